import type { Answer, AnswerRule } from './provider.ts'
import { isRecord } from './read-error.ts'

const SDK = 'xai-org/xai-sdk-python: auth.py'
const DETECTOR = 'trufflehog detector for xAI'

const error = (code: string, message: string) => ({ code, error: message })
const keyInfo = (marks: object) => ({
  redacted_api_key: 'xai-...wxyz',
  user_id: 'user-1',
  name: 'production',
  team_id: 'team-1',
  acls: ['api-key:model:*', 'api-key:endpoint:*'],
  api_key_id: 'key-1',
  team_blocked: false,
  api_key_blocked: false,
  api_key_disabled: false,
  ...marks,
})

/** `GET /api-key` answers 200 for a key that is blocked, too, and says so. */
function marks(...names: string[]): (answer: Answer) => boolean {
  return ({ json }) => isRecord(json) && typeof json.team_id === 'string' && names.some((name) => json[name] === true)
}

export const xaiAnswers: AnswerRule[] = [
  {
    when: { status: 200, also: marks('team_blocked') },
    verdict: 'account_suspended',
    confidence: 'proven',
    says: 'the team behind this key is blocked',
    source: SDK,
    example: { status: 200, body: keyInfo({ team_blocked: true }) },
  },
  {
    when: { status: 200, also: marks('api_key_blocked', 'api_key_disabled', 'disabled') },
    verdict: 'key_revoked',
    confidence: 'proven',
    says: 'the key was switched off: it is marked as blocked or disabled',
    source: SDK,
    example: { status: 200, body: keyInfo({ api_key_disabled: true }) },
  },
  {
    // No credit comes dressed as a missing permission, with the same code.
    when: {
      status: [402, 403, 429],
      text: /doesn'?t have any credits|no credits|purchase (more |those )?credits|all available credits|monthly spending limit/i,
    },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the team has no credit, or has reached its monthly spending limit',
    source: 'observed answers (403 without credits)',
    example: {
      status: 403,
      body: error(
        'The caller does not have permission to execute the specified operation',
        "Your newly created team doesn't have any credits yet. You can purchase credits on https://console.x.ai.",
      ),
    },
  },
  {
    when: {
      status: 401,
      text: /\b(no|missing|must provide|provide an?)\b.{0,40}\b(api key|authori[sz]ation|credentials)/i,
    },
    verdict: 'unexpected_response',
    confidence: 'possible',
    says: 'no key arrived, although one was sent: something on the way may have removed the Authorization header',
    source: 'unconfirmed',
    example: { status: 401, body: error('Unauthenticated', 'No API key was provided in the Authorization header.') },
  },
  {
    when: { status: [400, 401], text: /incorrect api key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'this is not a key that it knows; it says so with HTTP 400',
    source: DETECTOR,
    example: {
      status: 400,
      body: error(
        'Client specified an invalid argument',
        'Incorrect API key provided: xa***yz. You can obtain an API key from https://console.x.ai.',
      ),
    },
  },
  {
    when: { status: 403, text: /\bpermissions?\b|\bacls?\b|\bnot authori[sz]ed to perform\b/i },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the access rules of the key (ACLs) do not cover this endpoint or model',
    source: SDK,
    example: {
      status: 403,
      body: error(
        'The caller does not have permission to execute the specified operation',
        'The ACLs of this API key do not cover this endpoint.',
      ),
    },
  },
  {
    when: { status: 429, text: /rate limit|too many requests/i },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'too many requests were sent in a short time',
    source: 'observed answers (429)',
    example: { status: 429, body: error('Some resource has been exhausted', 'Rate limit exceeded') },
  },
]
