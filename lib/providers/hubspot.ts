import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, Provider, ProviderError, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const SPEC = 'HubSpot-public-api-spec-collection'

const error = (category: string, message: string, more: object = {}) => ({
  status: 'error',
  message,
  correlationId: '2f1a9d1e-0000-4000-8000-000000000000',
  category,
  ...more,
})

/** HubSpot’s word for machines is its `category`; the sentence is an older witness. */
function means(category: string, sentence: RegExp) {
  return ({ json }: Answer, { message }: ProviderError) =>
    isRecord(json) && (String(json.category).toUpperCase() === category || sentence.test(message))
}

/** The names of scopes, wherever the error lists them. */
function scopesIn({ json }: Answer): string[] {
  const errors = isRecord(json) && Array.isArray(json.errors) ? json.errors : []
  const contexts = [json, ...errors].flatMap((one) => (isRecord(one) && isRecord(one.context) ? [one.context] : []))
  const lists = contexts.flatMap((context) => [context.missingScopes, context.requiredGranularScopes])
  return [...new Set(lists.flat().filter((scope) => typeof scope === 'string'))]
}

const answers: AnswerRule[] = [
  {
    when: { status: 401, also: means('', /credentials not found/i) },
    verdict: 'unexpected_response',
    confidence: 'possible',
    says: 'no token arrived, although one was sent: something on the way removed the Authorization header',
    source: 'unconfirmed',
    example: {
      status: 401,
      body: error(
        'INVALID_AUTHENTICATION',
        'Authentication credentials not found. This API supports OAuth 2.0 authentication.',
      ),
    },
  },
  {
    when: { status: 401, also: means('EXPIRED_AUTHENTICATION', /token used to make this call expired/i) },
    verdict: 'key_expired',
    confidence: 'likely',
    says: 'the token has expired, as tokens of OAuth do after half an hour; those of private apps last until they are rotated',
    source: 'observed answers',
    example: {
      status: 401,
      body: error('EXPIRED_AUTHENTICATION', 'The OAuth token used to make this call expired 5 minute(s) ago.'),
    },
  },
  {
    when: { status: 401, also: means('INVALID_AUTHENTICATION', /authentication credentials.{0,20}invalid/i) },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the token is not valid; it says the same of one that was rotated or deleted',
    source: 'trufflehog detector for HubSpot',
    example: { status: 401, body: error('INVALID_AUTHENTICATION', 'The access token is not known.') },
  },
  {
    when: { status: 477, code: 'migration_in_progress', text: /migrat/i },
    verdict: 'provider_outage',
    confidence: 'likely',
    says: 'this account is being moved between its data centres, and answers again when that is done',
    source: 'https://developers.hubspot.com/docs/api/error-handling',
    example: { status: 477, body: error('MIGRATION_IN_PROGRESS', 'This account is being migrated.') },
  },
  {
    when: { status: 403, also: means('MISSING_SCOPES', /required scopes|missing scopes/i) },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the token is good, but its app lacks a scope for this call',
    permissions: scopesIn,
    source: SPEC,
    example: {
      status: 403,
      body: error('MISSING_SCOPES', 'This app hasn’t been granted all required scopes to make this call.', {
        context: { missingScopes: ['account-info.security.read'] },
      }),
    },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || typeof json.portalId !== 'number' || typeof json.accountType !== 'string') return null
  return {
    observed: { organisation: `account ${json.portalId}` },
    because: '`portalId` and `accountType` describe the account that the token belongs to',
    environment: /sandbox|test/i.test(json.accountType) ? 'test' : undefined,
  }
}

export const hubspot: Provider = {
  id: 'hubspot',
  name: 'HubSpot',
  category: 'data',
  baseUrl: 'https://api.hubapi.com',
  variables: ['HUBSPOT_ACCESS_TOKEN', 'HUBSPOT_PRIVATE_APP_TOKEN'],
  keyFormats: [
    {
      kind: 'private app token',
      pattern: /^pat-[a-z]+[0-9]+-[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/,
      example: (letters) => `pat-eu1-${[8, 4, 4, 4, 12].map((length) => letters(length, 'hex')).join('-')}`,
      role: 'usable',
      prefix: 'pat-',
      confirmed: true,
      source: 'trufflehog rules',
    },
    {
      kind: 'API key of the older form',
      pattern: /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/,
      example: (letters) => [8, 4, 4, 4, 12].map((length) => letters(length, 'hex')).join('-'),
      role: 'wrong_kind',
      instead: 'HubSpot takes API keys no more. Create a private app and use its access token.',
      prefix: '',
      isShared: true,
      confirmed: false,
      source: 'unconfirmed',
    },
  ],
  links: {
    dashboard: 'https://app.hubspot.com/private-apps/',
    docs: 'https://developers.hubspot.com/docs',
    support: 'https://help.hubspot.com',
    statusPage: 'https://status.hubspot.com',
  },
  status: { kind: 'statuspage', url: 'https://status.hubspot.com/api/v2/summary.json' },
  rotation: 'manual',
  proof: { method: 'GET', path: '/account-info/v3/details', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-hubspot-correlation-id', 'x-hubspot-ratelimit-max', 'x-hubspot-ratelimit-remaining'],
  requestIdHeaders: ['x-hubspot-correlation-id'],
  environmentHint:
    'The token names the region of its account (na1, eu1). Sandboxes and test accounts are accounts of their own.',
}
