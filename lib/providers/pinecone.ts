import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const ERRORS = 'https://docs.pinecone.io/reference/api/errors'
const CONTROL = 'pinecone-io/pinecone-api: db_control_2025-10.oas.yaml'
const ADMIN = 'pinecone-io/pinecone-api: admin_2026-04.oas.yaml'

const error = (status: number, code: string, message: string) => ({ error: { code, message }, status })

const answers: AnswerRule[] = [
  {
    when: {
      status: [401, 403],
      header: ['x-pinecone-auth-rejected-reason', /\b(wrong|invalid|unknown)\b.{0,20}\bkey\b/i],
    },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the API key is wrong: a header of the answer names the reason',
    source: 'answers quoted in public issues',
    example: {
      status: 401,
      headers: { 'x-pinecone-auth-rejected-reason': 'Wrong API key' },
      body: 'Malformed domain',
    },
  },
  {
    when: { status: 401, code: 'unauthenticated', text: /invalid api key|api key is missing or invalid/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the API key is missing or invalid; it uses the same words for an unknown and a deleted key, and keys do not expire',
    source: ERRORS,
    example: { status: 401, body: error(401, 'UNAUTHENTICATED', 'Invalid API key provided.') },
  },
  {
    when: {
      status: [402, 403, 429],
      code: 'quota_exceeded',
      text: /^(?!.*(\bper (second|minute)|rate limit)).*(\bquota\b|delinquent|upgrade your plan)/i,
    },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'a quota of the project or of the plan is used up, or a payment is due',
    source: ADMIN,
    example: {
      status: 429,
      body: error(429, 'QUOTA_EXCEEDED', 'The index exceeds the project quota of 5 serverless indexes.'),
    },
  },
  {
    when: { status: 403, code: ['forbidden', 'permission_denied'] },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the key is good, but its role does not reach this: one for data alone cannot list indexes',
    permissions: () => ['ControlPlaneViewer'],
    source: 'trufflehog detector for Pinecone',
    example: { status: 403, body: error(403, 'FORBIDDEN', 'Access to this resource is denied for this key.') },
  },
  {
    when: { status: 404, text: /\b(index|collection)\b.{1,80}\bnot found/i },
    verdict: 'wrong_environment',
    confidence: 'likely',
    says: 'the index is not there for this key, which reaches one project alone: it may be in another',
    source: CONTROL,
    example: { status: 404, body: error(404, 'NOT_FOUND', 'Index example-index not found.') },
  },
  {
    when: { status: [400, 404], text: /x-pinecone-api-version|\bapi version\b/i },
    verdict: 'api_version_unsupported',
    confidence: 'possible',
    says: 'it does not know the version named in X-Pinecone-Api-Version',
    source: 'unconfirmed',
    example: { status: 400, body: error(400, 'INVALID_ARGUMENT', 'Unknown X-Pinecone-Api-Version: 1999-01.') },
  },
  {
    when: { status: 429, code: 'resource_exhausted' },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'too many requests were made in a short time',
    source: ADMIN,
    example: { status: 429, body: error(429, 'RESOURCE_EXHAUSTED', 'Too many requests.') },
  },
]

function readSuccess({ json, text, truncated }: Answer): Success | null {
  if (truncated && /^\s*\{\s*"indexes"\s*:\s*\[\s*\{/.test(text))
    return { observed: {}, because: '`indexes` lists the indexes of its project, more than were read' }
  if (!isRecord(json) || !Array.isArray(json.indexes)) return null
  const indexes = json.indexes.filter(isRecord)
  if (indexes.length < json.indexes.length || indexes.some(({ name }) => typeof name !== 'string')) return null
  return { observed: { organisation: projectOf(indexes[0]) }, because: '`indexes` lists the indexes of its project' }
}

/** The host of an index is its name, a hyphen and the id of its project. */
function projectOf(index: Record<string, unknown> | undefined): string | undefined {
  const { name, host } = index ?? {}
  if (typeof name !== 'string' || typeof host !== 'string' || !host.startsWith(`${name}-`)) return undefined
  const id = host.slice(name.length + 1).split('.')[0]
  return id ? `project ${id}` : undefined
}

export const pinecone: Provider = {
  id: 'pinecone',
  name: 'Pinecone',
  category: 'data',
  baseUrl: 'https://api.pinecone.io',
  variables: ['PINECONE_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^pcsk_[A-Za-z0-9]{5}[A-Za-z0-9]?_[A-Za-z0-9]{63}$/,
      example: (letters) => `pcsk_${letters(6)}_${letters(63)}`,
      role: 'usable',
      prefix: 'pcsk_',
      confirmed: true,
      source: 'trufflehog and betterleaks rules',
    },
    {
      kind: 'API key of the older form',
      pattern: /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/,
      example: (letters) => [8, 4, 4, 4, 12].map((length) => letters(length, 'hex')).join('-'),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: true,
      source: 'betterleaks rules',
    },
  ],
  links: {
    dashboard: 'https://app.pinecone.io',
    docs: 'https://docs.pinecone.io',
    support: 'https://support.pinecone.io',
    billing: 'https://app.pinecone.io/organizations/-/settings/billing',
    statusPage: 'https://status.pinecone.io',
  },
  status: { kind: 'statuspage', url: 'https://status.pinecone.io/api/v2/summary.json' },
  rotation: 'automatic',
  proof: {
    method: 'GET',
    path: '/indexes',
    headers: { 'x-pinecone-api-version': '2025-10' },
    authorize: (key) => ({ 'api-key': key }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-pinecone-api-version', 'x-pinecone-request-id', 'x-pinecone-auth-rejected-reason'],
  requestIdHeaders: ['x-pinecone-request-id', 'x-cloud-trace-context'],
  environmentHint: 'A key belongs to one project; the hosts of indexes hold the id of theirs.',
}
