import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const ERRORS = 'https://developers.deepgram.com/docs/errors'

const error = (code: string, message: string) => ({ err_code: code, err_msg: message, request_id: '01JD' })

const answers: AnswerRule[] = [
  {
    when: { status: [401, 403], code: 'insufficient_permissions' },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the key is good, but its role or project may not do this',
    permissions: (_, { message }) => message.match(/\b\w+:(?:read|write)\b/g) ?? [],
    source: ERRORS,
    example: {
      status: 403,
      body: error('INSUFFICIENT_PERMISSIONS', 'User does not have sufficient permissions to perform this action.'),
    },
  },
  {
    when: { status: [401, 402, 403], code: 'asr_payment_required', text: /does not have enough credits/i },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the project has no credits left',
    source: ERRORS,
    example: {
      status: 402,
      body: error(
        'ASR_PAYMENT_REQUIRED',
        'Project does not have enough credits for an ASR request and does not have an overage agreement.',
      ),
    },
  },
  {
    when: { status: 401, code: 'invalid_auth', text: /invalid credentials/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the credentials are not valid; it uses the same words for an unknown, an expired and a deleted key',
    source: ERRORS,
    example: {
      status: 401,
      headers: { 'dg-request-id': '01JD' },
      body: error('INVALID_AUTH', 'Invalid credentials.'),
    },
  },
  {
    when: { status: 404, code: 'project_not_found' },
    verdict: 'wrong_environment',
    confidence: 'likely',
    says: 'the project is not there for this key: the key belongs to another one',
    source: ERRORS,
    example: {
      status: 404,
      body: error(
        'PROJECT_NOT_FOUND',
        'Either the requested project was not found or you do not have sufficient permissions.',
      ),
    },
  },
  {
    when: { status: 429, code: 'too_many_requests' },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'the project runs too many requests at the same time',
    source: ERRORS,
    example: {
      status: 429,
      body: error('TOO_MANY_REQUESTS', 'Too many requests. Please try again later.'),
    },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || !Array.isArray(json.projects) || json.projects.length === 0) return null
  const projects = json.projects.filter(isRecord)
  if (projects.length < json.projects.length || projects.some((one) => typeof one.project_id !== 'string')) return null
  const names = projects.map(({ name, project_id }) => String(name ?? project_id))
  return { observed: { organisation: names.join(', ') }, because: '`projects` holds the projects of this key' }
}

export const deepgram: Provider = {
  id: 'deepgram',
  name: 'Deepgram',
  category: 'llm',
  baseUrl: 'https://api.deepgram.com/v1',
  variables: ['DEEPGRAM_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^[a-f0-9]{40}$/,
      example: (letters) => letters(40, 'hex'),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: true,
      source: 'trufflehog and betterleaks rules',
    },
  ],
  links: {
    dashboard: 'https://console.deepgram.com',
    docs: 'https://developers.deepgram.com',
    support: 'https://developers.deepgram.com/support',
    statusPage: 'https://status.deepgram.com',
  },
  status: { kind: 'statuspage', url: 'https://status.deepgram.com/api/v2/summary.json' },
  rotation: 'automatic',
  proof: {
    method: 'GET',
    path: '/projects',
    // `Token`, not `Bearer`: that one is for the short-lived tokens that a key is exchanged for.
    authorize: (key) => ({ authorization: `Token ${key}` }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['dg-request-id', 'dg-project-id'],
  requestIdHeaders: ['dg-request-id'],
  environmentHint: 'A key belongs to one project; an environment is a project of its own.',
}
