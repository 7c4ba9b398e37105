import type { Answer, AnswerRule } from './provider.ts'
import { isRecord } from './read-error.ts'

const DETECTOR = 'trufflehog detector for Cloudflare API tokens'
const OBSERVED = 'observed answers, quoted in public issues'

const refusal = (code: number, message: string) => ({
  success: false,
  errors: [{ code, message }],
  messages: [],
  result: null,
})
const verified = (status: string, expires_on?: string) => ({
  result: { id: 'token-1', status, ...(expires_on && { expires_on }) },
  success: true,
  errors: [],
  messages: [],
})

const statusIs =
  (status: string) =>
  ({ json }: Answer) =>
    isRecord(json) && isRecord(json.result) && json.result.status === status

/** A token that exists is found with HTTP 200 whatever its state; numbers alone say too little, so sentences decide. */
export const cloudflareAnswers: AnswerRule[] = [
  {
    when: { status: 200, also: statusIs('expired') },
    verdict: 'key_expired',
    confidence: 'possible',
    says: 'the token is marked as expired',
    source: 'unconfirmed',
    example: { status: 200, body: verified('expired', '2026-01-31T23:59:59Z') },
  },
  {
    when: { status: 200, also: statusIs('disabled') },
    verdict: 'key_revoked',
    confidence: 'possible',
    says: 'the token is marked as disabled',
    source: 'unconfirmed',
    example: { status: 200, body: verified('disabled') },
  },
  {
    when: { status: [400, 401, 403], text: /cannot use the access token from location/i },
    verdict: 'ip_not_allowed',
    confidence: 'likely',
    says: 'the token may not be used from this IP address',
    source: OBSERVED,
    example: { status: 403, body: refusal(9109, 'Cannot use the access token from location: 203.0.113.9') },
  },
  {
    when: { status: [400, 401, 403], text: /invalid (api|access) token/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the token is invalid; it uses the same words for an unknown and a deleted one',
    source: DETECTOR,
    example: { status: 401, headers: { 'cf-ray': '9a1f0c2d3e4b5a6b-FRA' }, body: refusal(1000, 'Invalid API Token') },
  },
  {
    when: { status: 400, text: /invalid request headers|invalid format for authorization header/i },
    verdict: 'key_invalid',
    confidence: 'possible',
    says: 'the token is malformed: something is missing from it, or was added',
    source: 'unconfirmed',
    example: {
      status: 400,
      body: {
        success: false,
        errors: [
          {
            code: 6003,
            message: 'Invalid request headers',
            error_chain: [{ code: 6111, message: 'Invalid format for Authorization header' }],
          },
        ],
        messages: [],
        result: null,
      },
    },
  },
  {
    when: { status: 403, text: /^authentication error$|unauthorized to access requested resource/i },
    verdict: 'permission_missing',
    confidence: 'possible',
    says: 'the token may not do this; it can say the same of a token that it does not know',
    source: 'unconfirmed',
    example: { status: 403, body: refusal(10000, 'Authentication error') },
  },
  {
    when: { status: [400, 404], text: /could not route to|no route for that uri/i },
    verdict: 'base_url_wrong',
    confidence: 'likely',
    says: 'nothing is at this address. The base URL of an account token (cfat_…) names its account: https://api.cloudflare.com/client/v4/accounts/ACCOUNT_ID',
    source: OBSERVED,
    example: {
      status: 400,
      body: refusal(7003, 'Could not route to /client/v4/tokens/verify, perhaps your object identifier is invalid?'),
    },
  },
]
