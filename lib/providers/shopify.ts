import type { Answer, AnswerRule, KeyFormat, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const REST = 'https://shopify.dev/docs/api/admin-rest'

const errors = (status: number, text: string) => ({ status, body: { errors: text } })

const isJson = ({ kind }: Answer) => kind === 'json'

const answers: AnswerRule[] = [
  {
    when: { status: 401, text: /invalid api key or access token/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the access token is not valid for this shop; it says the same once its app is uninstalled, or its 24 hours are over',
    source: REST,
    example: errors(401, '[API] Invalid API key or access token (unrecognized login or wrong password)'),
  },
  {
    when: { status: 403, also: isJson, text: /merchant approval for|does not have access|access denied|\bscopes?\b/i },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the token is good, but lacks the scope for this call',
    permissions: (_, { message }) => [...message.matchAll(/approval for (\w+) scope/g)].map(([, name]) => String(name)),
    source: REST,
    example: errors(403, '[API] This action requires merchant approval for read_orders scope.'),
  },
  {
    when: { status: 402, also: isJson, text: /\bplan\b|frozen|unpaid|\bpay/i },
    verdict: 'quota_or_billing',
    confidence: 'likely',
    says: 'the shop is frozen until its bill is paid, or its plan does not include this',
    source: REST,
    example: errors(402, "This shop's plan does not have access to this feature"),
  },
  {
    when: { status: [403, 423], also: isJson, text: /\bshop\b.{0,20}\b(locked|unavailable|frozen)/i },
    verdict: 'account_suspended',
    confidence: 'possible',
    says: 'the shop is locked',
    source: 'unconfirmed',
    example: errors(423, 'Shop is locked'),
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || !Array.isArray(json.access_scopes)) return null
  const scopes = json.access_scopes.map((scope) => (isRecord(scope) ? scope.handle : undefined))
  const handles = scopes.filter((handle) => typeof handle === 'string')
  if (handles.length !== scopes.length) return null
  return { observed: { permissions: handles }, because: '`access_scopes` lists what this very token may do' }
}

const format = (kind: string, prefix: string, rest: Partial<KeyFormat> = {}): KeyFormat => ({
  kind,
  pattern: new RegExp(`^${prefix}[a-fA-F0-9]{32}$`),
  example: (letters) => `${prefix}${letters(32, 'hex')}`,
  role: 'usable',
  prefix,
  confirmed: true,
  source: 'gitleaks and trufflehog rules',
  ...rest,
})

/** What may write may read. */
const WRITTEN = [
  'customers',
  'content',
  'discounts',
  'files',
  'fulfillments',
  'inventory',
  'orders',
  'products',
  'themes',
]

export const shopify: Provider = {
  id: 'shopify',
  name: 'Shopify',
  category: 'payments',
  baseUrl: null,
  address: {
    label: 'Address of your shop at Shopify',
    example: 'https://my-shop.myshopify.com',
    hosts: /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/,
    wildcard: '*.myshopify.com',
  },
  variables: ['SHOPIFY_ACCESS_TOKEN', 'SHOPIFY_ADMIN_API_TOKEN'],
  keyFormats: [
    format('admin access token', 'shpat_'),
    format('access token of a custom app', 'shpca_'),
    format('access token of a private app', 'shppa_'),
    format('client secret', 'shpss_', {
      role: 'wrong_kind',
      instead: 'A client secret only fetches tokens and checks webhooks. Store the access token.',
    }),
  ],
  links: {
    dashboard: 'https://admin.shopify.com',
    docs: 'https://shopify.dev/docs/apps/build/authentication-authorization',
    support: 'https://help.shopify.com',
    statusPage: 'https://www.shopifystatus.com',
  },
  status: { kind: 'statuspage', url: 'https://www.shopifystatus.com/api/v2/summary.json' },
  rotation: 'manual',
  // Works for any token, whatever its scopes, and has no version that could end.
  proof: {
    method: 'GET',
    path: '/admin/oauth/access_scopes.json',
    authorize: (key) => ({ 'x-shopify-access-token': key }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-shopid', 'x-shopify-stage', 'x-shopify-api-version', 'x-shopify-shop-api-call-limit'],
  requestIdHeaders: ['x-request-id'],
  permissionIncludes: Object.fromEntries(WRITTEN.map((name) => [`write_${name}`, [`read_${name}`]])),
  environmentHint:
    'The shop is the environment: each has an address and tokens of its own. Development shops look the same.',
}
