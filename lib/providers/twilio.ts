import { basicAuth, twoParts } from './basic-auth.ts'
import type { Answer, KeyFormat, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'
import { twilioAnswers } from './twilio-answers.ts'
import { urlPart } from './url-part.ts'

const DETECTOR = 'trufflehog detectors for Twilio'

const isApiKey = (secret: string) => secret.startsWith('SK')

/** A key signs in under its own name; an auth token under that of its account. */
function pair(key: string): [user: string, password: string] {
  const [account, secret] = twoParts(key)
  return isApiKey(secret) ? twoParts(secret) : [account, secret]
}

/** Twilio documents that API keys may be refused at the account itself; what the account holds they may read. */
function path(key: string): string {
  const [account, secret] = twoParts(key)
  return `/Accounts/${urlPart(account)}${isApiKey(secret) ? '/Balance' : ''}.json`
}

/** The lines of an environment file, JSON or a cURL call: their words are known by their form, whatever they are called. */
function unpack(pasted: string): string | null {
  if (/^\s*\S+\s*$/.test(pasted) && !/["'=@]/.test(pasted)) return null
  const words = [...new Set(pasted.match(/[A-Za-z0-9]+/g))]
  const account = words.find((word) => /^AC[0-9a-f]{32}$/.test(word))
  const apiKey = words.find((word) => /^SK[0-9a-fA-F]{32}$/.test(word))
  const secrets = words.filter((word) => /^[0-9a-zA-Z]{32}$/.test(word))
  if (!account || secrets.length !== 1) return null
  return [account, ...(apiKey ? [apiKey] : []), ...secrets].join(':')
}

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json)) return null
  if (typeof json.account_sid === 'string' && typeof json.balance === 'string')
    return {
      observed: { organisation: json.account_sid },
      because: 'the answer is the balance of the account, which only its own keys may read',
    }
  if (typeof json.sid !== 'string' || !json.sid.startsWith('AC') || json.status !== 'active') return null
  return {
    observed: {
      owner: typeof json.friendly_name === 'string' ? json.friendly_name : undefined,
      organisation: typeof json.owner_account_sid === 'string' ? json.owner_account_sid : json.sid,
    },
    because: 'the answer describes the account, and its `status` is `active`',
  }
}

const piece = (kind: string, pattern: RegExp, example: KeyFormat['example'], rest: Partial<KeyFormat>): KeyFormat => ({
  kind,
  pattern,
  example,
  role: 'wrong_kind',
  prefix: '',
  confirmed: true,
  source: DETECTOR,
  ...rest,
})

export const twilio: Provider = {
  id: 'twilio',
  name: 'Twilio',
  category: 'messaging',
  baseUrl: 'https://api.twilio.com/2010-04-01',
  sites: [
    { name: 'Twilio Ireland', baseUrl: 'https://api.dublin.ie1.twilio.com/2010-04-01' },
    { name: 'Twilio Australia', baseUrl: 'https://api.sydney.au1.twilio.com/2010-04-01' },
  ],
  variables: ['TWILIO_AUTH_TOKEN', 'TWILIO_API_SECRET', 'TWILIO_API_KEY', 'TWILIO_ACCOUNT_SID'],
  parts: [
    { name: 'account SID', variable: 'TWILIO_ACCOUNT_SID', secret: false },
    { name: 'auth token, or API key SID and secret', variable: 'TWILIO_AUTH_TOKEN', secret: true },
  ],
  unpack,
  keyFormats: [
    piece(
      'account SID with its auth token',
      /^AC[0-9a-f]{32}:[0-9a-f]{32}$/,
      (letters) => `AC${letters(32, 'hex')}:${letters(32, 'hex')}`,
      { role: 'usable', prefix: 'AC' },
    ),
    piece(
      'account SID with an API key',
      /^AC[0-9a-f]{32}:SK[0-9a-fA-F]{32}:[0-9a-zA-Z]{32}$/,
      (letters) => `AC${letters(32, 'hex')}:SK${letters(32, 'hex')}:${letters(32)}`,
      { role: 'usable', prefix: 'AC' },
    ),
    piece('account SID alone', /^AC[0-9a-f]{32}$/, (letters) => `AC${letters(32, 'hex')}`, {
      prefix: 'AC',
      instead: 'An account SID is a name and no secret. Store it with its auth token, a colon between them.',
    }),
    piece('API key SID alone', /^SK[0-9a-fA-F]{32}$/, (letters) => `SK${letters(32, 'hex')}`, {
      prefix: 'SK',
      instead: 'An API key SID is a name and no secret. Store ACCOUNT_SID:KEY_SID:KEY_SECRET.',
    }),
    piece(
      'API key without its account',
      /^SK[0-9a-fA-F]{32}:[0-9a-zA-Z]{32}$/,
      (letters) => `SK${letters(32, 'hex')}:${letters(32)}`,
      { prefix: 'SK', instead: 'Put the account SID before it: ACCOUNT_SID:KEY_SID:KEY_SECRET.' },
    ),
    piece('auth token without its account', /^[0-9a-f]{32}$/, (letters) => letters(32, 'hex'), {
      isShared: true,
      instead: 'Put the account SID before it: ACCOUNT_SID:AUTH_TOKEN.',
    }),
  ],
  links: {
    dashboard: 'https://www.twilio.com/console/project/api-keys',
    docs: 'https://www.twilio.com/docs/iam/api-keys',
    support: 'https://support.twilio.com',
    billing: 'https://console.twilio.com/us1/billing/manage-billing/billing-overview',
    statusPage: 'https://status.twilio.com',
  },
  status: { kind: 'statuspage', url: 'https://status.twilio.com/api/v2/summary.json' },
  rotation: 'automatic',
  proof: { method: 'GET', path, ...basicAuth(pair), costs: 'nothing' },
  dialect: 'documented',
  answers: twilioAnswers,
  readSuccess,
  fingerprintHeaders: ['twilio-request-id', 'twilio-concurrent-requests', 'x-api-domain'],
  requestIdHeaders: ['twilio-request-id'],
  environmentHint:
    'Subaccounts keep environments apart. Test credentials are a second pair of account SID and token, and are refused for most reading.',
}
