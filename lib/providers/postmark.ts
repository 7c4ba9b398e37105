import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const OVERVIEW = 'https://postmarkapp.com/developer/api/overview'

const error = (status: number, ErrorCode: number, Message: string) => ({ status, body: { ErrorCode, Message } })

const answers: AnswerRule[] = [
  {
    when: { status: [401, 403], text: /test api token may only be used/i },
    verdict: 'wrong_environment',
    confidence: 'proven',
    says: 'this is the test token, which is good for the /email endpoint only and sends nothing',
    source: 'observed answers',
    example: error(403, 0, 'The Postmark Test API Token may only be used on the /email endpoint.'),
  },
  {
    when: { status: 401, code: '10', text: /valid (server|account|api) token/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'this is no valid server token; it says the same of a deleted one and of an account token',
    source: 'observed answers: missing and wrong tokens alike',
    example: error(401, 10, 'Request does not contain a valid Server token.'),
  },
  {
    when: {
      status: [401, 403, 422],
      code: ['412', '413'],
      text: /account.{0,40}(pending|not approved|inactive|suspended)/i,
    },
    verdict: 'account_suspended',
    confidence: 'possible',
    says: 'the account may not send: it is pending approval or inactive',
    source: 'unconfirmed',
    example: error(422, 412, 'Your account is pending approval.'),
  },
  {
    when: { status: [402, 422], code: '405', text: /not allowed to send|out of credits|no credits/i },
    verdict: 'quota_or_billing',
    confidence: 'possible',
    says: 'the account has no credits left to send with',
    source: 'unconfirmed',
    example: error(422, 405, 'You ran out of credits and are not allowed to send.'),
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || typeof json.InactiveMails !== 'number' || !Array.isArray(json.Bounces)) return null
  return { observed: {}, because: '`InactiveMails` and `Bounces` are the statistics of the token’s own server' }
}

export const postmark: Provider = {
  id: 'postmark',
  name: 'Postmark',
  category: 'messaging',
  baseUrl: 'https://api.postmarkapp.com',
  variables: ['POSTMARK_SERVER_TOKEN', 'POSTMARK_API_TOKEN', 'POSTMARK_API_KEY'],
  keyFormats: [
    {
      kind: 'server token',
      pattern: /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/,
      example: (letters) => [8, 4, 4, 4, 12].map((length) => letters(length, 'hex')).join('-'),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: true,
      source: 'trufflehog rules',
    },
    {
      kind: 'test token',
      pattern: /^POSTMARK_API_TEST$/,
      example: () => 'POSTMARK_API_TEST',
      role: 'wrong_kind',
      instead: 'The test token is the same for everybody and sends nothing. Use a token of your server.',
      environment: 'test',
      prefix: 'POSTMARK_API_TEST',
      confirmed: true,
      source: OVERVIEW,
    },
  ],
  links: {
    dashboard: 'https://account.postmarkapp.com/servers',
    docs: 'https://postmarkapp.com/developer',
    support: 'https://postmarkapp.com/support',
    statusPage: 'https://status.postmarkapp.com',
  },
  rotation: 'manual',
  proof: {
    method: 'GET',
    path: '/deliverystats',
    authorize: (key) => ({ 'x-postmark-server-token': key }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: [],
  requestIdHeaders: [],
  environmentHint:
    'One server for each environment, with tokens of its own. Tokens of the account look the same, and are refused here.',
}
