import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const error = (message: string) => ({ errors: [{ message, field: null, help: null }] })

const answers: AnswerRule[] = [
  {
    when: { status: [401, 403], text: /maximum credits exceeded/i },
    verdict: 'quota_or_billing',
    confidence: 'likely',
    says: 'the credits of the account are used up',
    source: 'observed answers',
    example: { status: 401, body: error('Maximum credits exceeded') },
  },
  {
    when: { status: 401, text: /authorization grant is invalid, expired,? or revoked/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key is invalid, expired or revoked; it has one sentence for all three',
    source: 'observed answers',
    example: { status: 401, body: error('The provided authorization grant is invalid, expired, or revoked') },
  },
  {
    when: { status: 403, text: /\bip\b.{0,60}\b(access|allow|white)|(access|allow|white).{0,40}\bip\b/i },
    verdict: 'ip_not_allowed',
    confidence: 'possible',
    says: 'the account takes no calls from this IP address',
    source: 'unconfirmed',
    example: { status: 403, body: error('Your IP address is not in the access list of this account') },
  },
  {
    when: {
      status: [401, 403],
      text: /not authorized to send mail|account.{0,40}(suspended|disabled|deactivated|under review|frozen|banned)/i,
    },
    verdict: 'account_suspended',
    confidence: 'possible',
    says: 'the account is suspended or under review',
    source: 'unconfirmed',
    example: { status: 403, body: error('Your account has been suspended') },
  },
  {
    when: { status: 403, text: /access forbidden/i },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the key is good, but lacks the scope for this call',
    source: 'trufflehog detector for SendGrid; sendgrid-oai',
    example: { status: 403, body: error('access forbidden') },
  },
  {
    when: { status: 401, text: /permission denied, wrong credentials|authorization required/i },
    verdict: 'key_invalid',
    confidence: 'possible',
    says: 'the credentials are wrong, or none arrived',
    source: 'unconfirmed',
    example: { status: 401, body: error('Permission denied, wrong credentials') },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || !Array.isArray(json.scopes)) return null
  const scopes = json.scopes.filter((scope) => typeof scope === 'string')
  if (scopes.length === 0) return null
  return { observed: { permissions: scopes }, because: '`scopes` lists what this very key may do' }
}

export const sendgrid: Provider = {
  id: 'sendgrid',
  name: 'SendGrid',
  category: 'messaging',
  baseUrl: 'https://api.sendgrid.com/v3',
  sites: [{ name: 'SendGrid EU', baseUrl: 'https://api.eu.sendgrid.com/v3' }],
  variables: ['SENDGRID_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^SG\.[\w-]{20,24}\.[\w-]{39,50}$/,
      example: (letters) => `SG.${letters(22)}.${letters(43)}`,
      role: 'usable',
      prefix: 'SG.',
      confirmed: true,
      source: 'trufflehog rules',
    },
  ],
  links: {
    dashboard: 'https://app.sendgrid.com/settings/api_keys',
    docs: 'https://www.twilio.com/docs/sendgrid/api-reference',
    support: 'https://support.sendgrid.com',
    billing: 'https://app.sendgrid.com/account/billing',
    statusPage: 'https://status.sendgrid.com',
  },
  status: { kind: 'statuspage', url: 'https://status.sendgrid.com/api/v2/summary.json' },
  rotation: 'automatic',
  // Every key may read its own scopes.
  proof: { method: 'GET', path: '/scopes', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-no-cors-reason'],
  requestIdHeaders: [],
  environmentHint:
    'Subusers keep environments apart; those of the EU have an address of their own, api.eu.sendgrid.com.',
}
