import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const ERRORS = 'https://airtable.com/developers/web/api/errors'

const error = (type: string, message: string) => ({ error: { type, message } })

const answers: AnswerRule[] = [
  {
    when: { status: 401, code: ['authentication_required', 'unauthorized'] },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the token is missing or invalid; it uses the same words for an unknown, an expired and a deleted one',
    source: ERRORS,
    example: { status: 401, body: error('AUTHENTICATION_REQUIRED', 'Authentication required') },
  },
  {
    when: {
      status: [403, 404],
      code: ['not_authorized', 'invalid_permissions', 'invalid_permissions_or_model_not_found'],
    },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the token is good, but lacks a scope, or the base is not in its list of access',
    source: ERRORS,
    example: {
      status: 403,
      body: error(
        'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND',
        'Invalid permissions, or the requested model was not found. Check that both your user and your token have the required permissions, and that the model names and/or ids are correct.',
      ),
    },
  },
  {
    when: { status: 429, code: 'public_api_billing_limit_exceeded', text: /billing plan limit/i },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the calls that the plan of the workspace includes each month are used up',
    source: 'observed answers (429)',
    example: {
      status: 429,
      body: {
        errors: [
          {
            error: 'PUBLIC_API_BILLING_LIMIT_EXCEEDED',
            message: 'API billing plan limit exceeded. You’ve reached the maximum number of requests for this month.',
          },
        ],
      },
    },
  },
  {
    when: { status: 429, code: ['rate_limit_reached', 'too_many_requests'] },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'more than five requests a second went to one base: it answers again after 30 seconds',
    source: ERRORS,
    example: {
      status: 429,
      body: { errors: [{ error: 'RATE_LIMIT_REACHED', message: 'Rate limit exceeded. Please try again later' }] },
    },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || json.error || typeof json.id !== 'string' || !json.id.startsWith('usr')) return null
  return {
    observed: {
      owner: typeof json.email === 'string' ? json.email : json.id,
      permissions: Array.isArray(json.scopes) ? json.scopes.filter((scope) => typeof scope === 'string') : undefined,
    },
    because: '`id` is the user whose token this is',
  }
}

export const airtable: Provider = {
  id: 'airtable',
  name: 'Airtable',
  category: 'data',
  baseUrl: 'https://api.airtable.com/v0',
  variables: ['AIRTABLE_API_KEY', 'AIRTABLE_PAT', 'AIRTABLE_TOKEN'],
  keyFormats: [
    {
      kind: 'personal access token',
      pattern: /^pat[A-Za-z0-9]{14}\.[a-f0-9]{64}$/,
      example: (letters) => `pat${letters(14)}.${letters(64, 'hex')}`,
      role: 'usable',
      prefix: 'pat',
      confirmed: true,
      source: 'gitleaks and trufflehog rules',
    },
    {
      kind: 'token ID',
      pattern: /^pat[A-Za-z0-9]{14}$/,
      example: (letters) => `pat${letters(14)}`,
      role: 'wrong_kind',
      instead:
        'This is only the first half of a token, its name. The token itself goes on with a full stop and 64 digits.',
      prefix: 'pat',
      isShared: true,
      confirmed: true,
      source: 'gitleaks and trufflehog rules: what stands before the full stop',
    },
    {
      kind: 'API key of the retired kind',
      pattern: /^key[A-Za-z0-9]{14}$/,
      example: (letters) => `key${letters(14)}`,
      role: 'wrong_kind',
      instead: 'Airtable has retired API keys. Create a personal access token.',
      // Too common a beginning to recognise anything by.
      prefix: '',
      isShared: true,
      confirmed: true,
      source: 'gitleaks rules',
    },
  ],
  links: {
    dashboard: 'https://airtable.com/create/tokens',
    docs: 'https://airtable.com/developers/web/api/introduction',
    support: 'https://support.airtable.com',
    statusPage: 'https://status.airtable.com',
  },
  status: { kind: 'statuspage', url: 'https://status.airtable.com/api/v2/summary.json' },
  rotation: 'manual',
  // Works for any token, whatever its scopes and bases.
  proof: { method: 'GET', path: '/meta/whoami', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['airtable-uncompressed-content-length'],
  requestIdHeaders: ['x-airtable-request-id'],
  environmentHint: 'A token reaches the bases in its list alone: an environment is a base, or a workspace, of its own.',
}
