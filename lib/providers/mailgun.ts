import { basicAuth } from './basic-auth.ts'
import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const DETECTOR = 'trufflehog detector for Mailgun'

const domain = (fields: object = {}) => ({ name: 'mg.example.com', state: 'active', is_disabled: false, ...fields })

function domainsIn(json: unknown): Record<string, unknown>[] | null {
  if (!isRecord(json) || typeof json.total_count !== 'number' || !Array.isArray(json.items)) return null
  return json.items.filter(isRecord)
}

const isOff = ({ is_disabled, state }: Record<string, unknown>) => is_disabled === true || state === 'disabled'

const answers: AnswerRule[] = [
  {
    when: {
      status: 200,
      also: ({ json }) => {
        const domains = domainsIn(json)
        return domains !== null && domains.length > 0 && domains.every(isOff)
      },
    },
    verdict: 'account_suspended',
    confidence: 'likely',
    says: 'the key is right, and every domain of its account is disabled',
    source: DETECTOR,
    example: { status: 200, body: { total_count: 1, items: [domain({ state: 'disabled', is_disabled: true })] } },
  },
  {
    when: { status: [401, 403], also: ({ kind }) => kind === 'json', text: /\b(account|domain)\b.{0,40}\bdisabled\b/i },
    verdict: 'account_suspended',
    confidence: 'possible',
    says: 'the account or its domain is disabled',
    source: 'unconfirmed',
    example: { status: 403, body: { message: 'Account disabled' } },
  },
  {
    // A key that only sends for one domain is refused here just like a wrong one.
    when: { status: 401, text: /^"?forbidden"?$|invalid (private|api) key|unauthori[sz]ed/i },
    verdict: 'key_invalid',
    confidence: 'possible',
    says: 'the key is not accepted; it may say the same of a key of its other region, and of a sending key, which is good for one domain only',
    source: DETECTOR,
    example: { status: 401, body: 'Forbidden' },
  },
  {
    when: {
      status: 403,
      also: ({ kind }) => kind === 'json',
      text: /forbidden|not allowed|denied|permission|\brole\b/i,
    },
    verdict: 'permission_missing',
    confidence: 'possible',
    says: 'the key may not list domains, as keys with a narrow role and sending keys may not',
    source: 'unconfirmed',
    example: { status: 403, body: { message: 'Forbidden' } },
  },
]

function readSuccess({ json }: Answer): Success | null {
  const domains = domainsIn(json)
  if (!domains) return null
  const names = domains.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
  return {
    observed: { organisation: names.slice(0, 3).join(', ') || undefined },
    because: 'the answer counts and lists the domains of the account',
  }
}

export const mailgun: Provider = {
  id: 'mailgun',
  name: 'Mailgun',
  category: 'messaging',
  baseUrl: 'https://api.mailgun.net/v3',
  sites: [{ name: 'Mailgun EU', baseUrl: 'https://api.eu.mailgun.net/v3' }],
  variables: ['MAILGUN_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}$/,
      example: (letters) => `${letters(32, 'hex')}-${letters(8, 'hex')}-${letters(8, 'hex')}`,
      role: 'usable',
      prefix: '',
      confirmed: true,
      source: 'trufflehog rules',
    },
    {
      kind: 'API key of the older form',
      pattern: /^key-[a-f0-9]{32}$/,
      example: (letters) => `key-${letters(32, 'hex')}`,
      role: 'usable',
      prefix: 'key-',
      confirmed: true,
      source: 'gitleaks and trufflehog rules',
    },
    {
      kind: 'public validation key',
      pattern: /^pubkey-[a-f0-9]{32}$/,
      example: (letters) => `pubkey-${letters(32, 'hex')}`,
      role: 'wrong_kind',
      instead: 'A public key only checks e-mail addresses. Use an API key of the account.',
      prefix: 'pubkey-',
      confirmed: false,
      source: 'unconfirmed',
    },
  ],
  links: {
    dashboard: 'https://app.mailgun.com/settings/api_security',
    docs: 'https://documentation.mailgun.com',
    support: 'https://help.mailgun.com',
    statusPage: 'https://status.mailgun.com',
  },
  status: { kind: 'statuspage', url: 'https://status.mailgun.com/api/v2/summary.json' },
  rotation: 'automatic',
  proof: { method: 'GET', path: '/domains', ...basicAuth((key) => ['api', key]), costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-mailgun-key-id'],
  requestIdHeaders: [],
  environmentHint:
    'The host is the region: api.mailgun.net or api.eu.mailgun.net. Domains that begin with sandbox and end in mailgun.org are for tests.',
}
