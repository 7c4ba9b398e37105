import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, KeyFormat, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const SPEC = 'digitalocean/openapi: specification'

const account = (fields: object) => ({
  account: {
    email: 'ops@example.com',
    uuid: 'account-1',
    droplet_limit: 25,
    status: 'active',
    status_message: '',
    team: { name: 'Example', uuid: 'team-1' },
    ...fields,
  },
})

const statusIs =
  (status: string) =>
  ({ json }: Answer) =>
    isRecord(json) && isRecord(json.account) && json.account.status === status

/** A blocked account is found with HTTP 200, in `account.status`. */
const answers: AnswerRule[] = [
  {
    when: { status: 200, also: statusIs('locked') },
    verdict: 'account_suspended',
    confidence: 'proven',
    says: 'the token is good, but the account behind it is locked',
    source: SPEC,
    example: { status: 200, body: account({ status: 'locked', status_message: 'Your account has been locked.' }) },
  },
  {
    when: { status: 200, also: statusIs('warning') },
    verdict: 'quota_or_billing',
    confidence: 'likely',
    says: 'the token is good, but the account carries a warning, mostly for want of a payment, and may be locked',
    source: SPEC,
    example: {
      status: 200,
      body: account({ status: 'warning', status_message: 'Please update your payment method.' }),
    },
  },
  {
    when: { status: 401, text: /unable to authenticate you/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'it cannot authenticate this token; it uses the same words for an unknown, an expired and a deleted one',
    source: SPEC,
    example: {
      status: 401,
      headers: { 'x-request-id': '4d9d8375-3c56-4925-a3e7-eb137fed17e9' },
      body: { id: 'unauthorized', message: 'Unable to authenticate you.' },
    },
  },
  {
    when: { status: 403, text: /not authorized to perform this operation|not have access/i },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the token is good, but lacks the scope account:read',
    permissions: () => ['account:read'],
    source: SPEC,
    example: {
      status: 403,
      body: { id: 'forbidden', message: 'You are not authorized to perform this operation' },
    },
  },
]

function readSuccess({ json }: Answer): Success | null {
  const { account } = isRecord(json) ? json : {}
  if (!isRecord(account) || typeof account.uuid !== 'string' || account.status !== 'active') return null
  const team = isRecord(account.team) ? account.team.name : undefined
  return {
    observed: {
      owner: typeof account.email === 'string' ? account.email : undefined,
      organisation: typeof team === 'string' ? team : undefined,
    },
    because: '`account.status` is `active`',
  }
}

const format = (prefix: string, kind: string): KeyFormat => ({
  kind,
  pattern: new RegExp(`^${prefix}[a-f0-9]{64}$`),
  example: (letters) => `${prefix}${letters(64, 'hex')}`,
  role: 'usable',
  prefix,
  confirmed: true,
  source: 'gitleaks and trufflehog rules for DigitalOcean tokens',
})

export const digitalocean: Provider = {
  id: 'digitalocean',
  name: 'DigitalOcean',
  category: 'cloud',
  baseUrl: 'https://api.digitalocean.com/v2',
  variables: ['DIGITALOCEAN_ACCESS_TOKEN', 'DIGITALOCEAN_TOKEN', 'DO_API_TOKEN'],
  keyFormats: [
    format('dop_v1_', 'personal access token'),
    format('doo_v1_', 'OAuth token'),
    {
      ...format('dor_v1_', 'refresh token'),
      role: 'wrong_kind',
      instead: 'A refresh token only fetches other tokens. Store a personal access token.',
    },
  ],
  links: {
    dashboard: 'https://cloud.digitalocean.com/account/api/tokens',
    docs: 'https://docs.digitalocean.com/reference/api/',
    support: 'https://www.digitalocean.com/support',
    billing: 'https://cloud.digitalocean.com/account/billing',
    statusPage: 'https://status.digitalocean.com',
  },
  status: {
    kind: 'statuspage',
    url: 'https://status.digitalocean.com/api/v2/summary.json',
    components: /\b(API|Cloud Control Panel|Authentication)\b/i,
  },
  rotation: 'manual',
  proof: { method: 'GET', path: '/account', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['ratelimit-limit', 'x-request-id'],
  requestIdHeaders: ['x-request-id'],
  environmentHint: 'Tokens carry no test or live mark: an environment is a team of its own, which the test shows.',
}
