import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const SDK = 'linear/linear: packages/sdk/src/error.ts'

const error = (type: string, code: string, message: string) => ({
  errors: [{ message, extensions: { type, code, userError: true, userPresentableMessage: message } }],
  data: null,
})

/** GraphQL: the kind of error stands in the body, under HTTP 200, 400, 401 or 403. */
const answers: AnswerRule[] = [
  {
    when: { also: isOfKind('ratelimited') },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'too many requests, or too complex ones, were made in a short time',
    source: SDK,
    example: {
      status: 400,
      headers: { 'x-ratelimit-requests-remaining': '0' },
      body: error('ratelimited', 'RATELIMITED', 'Rate limit exceeded. Only 5000 requests are allowed per 1 hour.'),
    },
  },
  {
    when: { also: isOfKind('usage limit exceeded', 'feature not accessible') },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the plan of the workspace does not include this, or its limit is reached',
    source: SDK,
    example: {
      status: 400,
      body: error('usage limit exceeded', 'USAGE_LIMIT_EXCEEDED', 'The workspace has reached its limit.'),
    },
  },
  {
    when: { also: isOfKind('forbidden') },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the key is good, but may not do this',
    source: SDK,
    example: { status: 403, body: error('forbidden', 'FORBIDDEN', 'You do not have access to this.') },
  },
  {
    when: { also: isOfKind('authentication error') },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the request is not authenticated; it uses the same words for an unknown and a deleted key',
    source: SDK,
    example: {
      status: 401,
      body: error('authentication error', 'AUTHENTICATION_ERROR', 'Authentication required, not authenticated'),
    },
  },
  {
    when: { also: isOfKind('internal error', 'network error', 'lock timeout', 'bootstrap error') },
    verdict: 'provider_outage',
    confidence: 'likely',
    says: 'its own servers failed',
    source: SDK,
    example: { status: 500, body: error('internal error', 'INTERNAL_SERVER_ERROR', 'Internal server error') },
  },
]

/** `authentication error` and `AUTHENTICATION_ERROR` are one kind in two fields, of which one may be missing. */
function isOfKind(...kinds: string[]): (answer: Answer) => boolean {
  return ({ json }) => {
    const errors = isRecord(json) && Array.isArray(json.errors) ? json.errors.filter(isRecord) : []
    const words = errors.flatMap(({ extensions }) =>
      isRecord(extensions) ? [extensions.type, extensions.code].filter((word) => typeof word === 'string') : [],
    )
    return words.some((word) => kinds.includes(word.toLowerCase().replaceAll('_', ' ')))
  }
}

function readSuccess({ json }: Answer): Success | null {
  const data = isRecord(json) && isRecord(json.data) ? json.data : {}
  if (!isRecord(data.viewer) || typeof data.viewer.id !== 'string') return null
  const { name, email } = data.viewer
  const owner = [name, typeof email === 'string' ? `(${email})` : undefined].filter((word) => typeof word === 'string')
  const { organization } = data
  return {
    observed: {
      owner: owner.length > 0 ? owner.join(' ') : undefined,
      organisation: isRecord(organization) && typeof organization.name === 'string' ? organization.name : undefined,
    },
    because: '`viewer` is whom the key belongs to',
  }
}

export const linear: Provider = {
  id: 'linear',
  name: 'Linear',
  category: 'data',
  baseUrl: 'https://api.linear.app',
  variables: ['LINEAR_API_KEY', 'LINEAR_TOKEN'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^lin_api_[0-9A-Za-z]{40}$/,
      example: (letters) => `lin_api_${letters(40)}`,
      role: 'usable',
      prefix: 'lin_api_',
      confirmed: true,
      source: 'gitleaks and trufflehog rules',
    },
    {
      kind: 'OAuth access token',
      pattern: /^lin_oauth_[0-9a-f]{64}$/,
      example: (letters) => `lin_oauth_${letters(64, 'hex')}`,
      role: 'usable',
      prefix: 'lin_oauth_',
      confirmed: false,
      source: 'observed tokens',
    },
    {
      kind: 'webhook signing secret',
      pattern: /^lin_wh_[0-9A-Za-z]{20,}$/,
      example: (letters) => `lin_wh_${letters(40)}`,
      role: 'wrong_kind',
      instead: 'A webhook signing secret only checks webhooks. Use an API key.',
      prefix: 'lin_wh_',
      confirmed: false,
      source: 'unconfirmed',
    },
  ],
  links: {
    dashboard: 'https://linear.app/settings/account/security',
    docs: 'https://linear.app/developers',
    support: 'https://linear.app/contact',
    billing: 'https://linear.app/settings/billing',
    statusPage: 'https://linearstatus.com',
  },
  status: { kind: 'statuspage', url: 'https://linearstatus.com/api/v2/summary.json' },
  rotation: 'manual',
  proof: {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer { id name email } organization { name } }' }),
    // A key stands alone; only a token of OAuth takes `Bearer` before it.
    authorize: (key) => (key.startsWith('lin_oauth_') ? bearer(key) : { authorization: key }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-complexity', 'x-ratelimit-requests-limit', 'x-ratelimit-complexity-limit'],
  requestIdHeaders: ['x-request-id'],
  environmentHint: 'A key acts as the person who made it, in one workspace.',
}
