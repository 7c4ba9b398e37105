import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const SCHEMA = 'PagerDuty/api-schema: openapiv3.json'

const error = (code: number, message: string) => ({ error: { code, message } })

/** PagerDuty refuses a key in plain text; a sign-in that a gateway on the way asks for has another scheme. */
function isPlainRefusal({ kind, json, text, headers }: Answer): boolean {
  if (/^\s*(basic|negotiate|ntlm|digest)\b/i.test(headers['www-authenticate'] ?? '')) return false
  return (
    kind === 'empty' ||
    ((kind === 'text' || typeof json === 'string') && /\btoken\b|unauthori[sz]ed|\bkey\b/i.test(text))
  )
}

const answers: AnswerRule[] = [
  {
    when: { status: 401, also: isPlainRefusal },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key does not authenticate; it says the same of a deleted key and of one from its other region',
    source: SCHEMA,
    example: {
      status: 401,
      headers: { 'www-authenticate': 'Token realm="Application"' },
      body: 'HTTP Token: Access denied.\n',
    },
  },
  {
    when: { status: [401, 403], code: ['2008', '2012'], text: /account\b.{0,30}\b(locked|expired)/i },
    verdict: 'account_suspended',
    confidence: 'possible',
    says: 'the account is locked or has expired',
    source: 'unconfirmed',
    example: { status: 403, body: error(2012, 'Your account is expired and cannot use the API') },
  },
  {
    when: { status: 401, text: /\b(invalid|unknown|wrong)\b.{0,30}\b(token|key|credential)/i, code: '2006' },
    verdict: 'key_invalid',
    confidence: 'possible',
    says: 'the key is not accepted',
    source: 'unconfirmed',
    example: { status: 401, body: error(2006, 'Invalid API key') },
  },
  {
    when: {
      status: 403,
      code: '2010',
      also: ({ kind }) => kind === 'json',
      text: /access denied|not (permitted|authori[sz]ed|allowed)|forbidden|read-?only/i,
    },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the key is good, but may not do this',
    source: SCHEMA,
    example: { status: 403, body: error(2010, 'Access Denied') },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || !Array.isArray(json.abilities)) return null
  if (!json.abilities.every((ability) => typeof ability === 'string')) return null
  // They are what the account's plan includes, not what the key may do.
  return { observed: {}, because: '`abilities` lists what the account can do' }
}

export const pagerduty: Provider = {
  id: 'pagerduty',
  name: 'PagerDuty',
  category: 'monitoring',
  baseUrl: 'https://api.pagerduty.com',
  sites: [{ name: 'PagerDuty EU', baseUrl: 'https://api.eu.pagerduty.com' }],
  variables: ['PAGERDUTY_TOKEN', 'PAGERDUTY_API_KEY'],
  keyFormats: [
    {
      kind: 'user API key',
      pattern: /^u\+[A-Za-z0-9_+-]{18}$/,
      example: (letters) => `u+${letters(18)}`,
      role: 'usable',
      prefix: 'u+',
      confirmed: true,
      source: 'trufflehog rules',
    },
    {
      kind: 'account API key',
      pattern: /^[A-Za-z0-9_+-]{20}$/,
      example: (letters) => letters(20),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: false,
      source: 'unconfirmed',
    },
    {
      kind: 'routing key of the Events API',
      pattern: /^[a-f0-9]{32}$/,
      example: (letters) => letters(32, 'hex'),
      role: 'wrong_kind',
      instead: 'A routing key only sends events, and cannot be tested without one. Use a REST API key.',
      prefix: '',
      isShared: true,
      confirmed: false,
      source: 'unconfirmed',
    },
  ],
  links: {
    dashboard: 'https://support.pagerduty.com/main/docs/api-access-keys',
    docs: 'https://developer.pagerduty.com',
    support: 'https://support.pagerduty.com',
    statusPage: 'https://status.pagerduty.com',
  },
  rotation: 'manual',
  proof: {
    method: 'GET',
    path: '/abilities',
    headers: { accept: 'application/vnd.pagerduty+json;version=2' },
    authorize: (key) => ({ authorization: `Token token=${key}` }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: [],
  requestIdHeaders: ['x-request-id'],
  environmentHint:
    'The subdomain of the account is the environment. Accounts of the EU have an address of their own, api.eu.pagerduty.com.',
}
