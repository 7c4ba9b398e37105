import { bearer } from './bearer.ts'
import { cloudflareAnswers } from './cloudflare-answers.ts'
import type { Answer, KeyFormat, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'
import { readTime } from './read-time.ts'

const KEY_SOURCE = 'trufflehog rules for Cloudflare tokens and global keys'

const marked = (prefix: string, kind: string): KeyFormat => ({
  kind,
  pattern: new RegExp(`^${prefix}[A-Za-z0-9]{40}[a-f0-9]{8}$`),
  example: (letters) => `${prefix}${letters(40)}${letters(8, 'hex')}`,
  role: 'usable',
  prefix,
  confirmed: true,
  source: KEY_SOURCE,
})

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || json.success !== true || !isRecord(json.result)) return null
  const { id, status, expires_on } = json.result
  if (status !== 'active' || typeof id !== 'string') return null
  return { observed: { owner: `token ${id}`, expiresAt: readTime(expires_on) }, because: '`result.status` is `active`' }
}

export const cloudflare: Provider = {
  id: 'cloudflare',
  name: 'Cloudflare',
  category: 'cloud',
  baseUrl: 'https://api.cloudflare.com/client/v4',
  variables: ['CLOUDFLARE_API_TOKEN', 'CF_API_TOKEN', 'CLOUDFLARE_API_KEY', 'CF_API_KEY'],
  keyFormats: [
    marked('cfut_', 'user token'),
    marked('cfat_', 'account token'),
    {
      kind: 'user token of the older form',
      pattern: /^[A-Za-z0-9_-]{40}$/,
      example: (letters) => letters(40, 'base64url'),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: true,
      source: KEY_SOURCE,
    },
    {
      ...marked('cfk_', 'global API key'),
      role: 'wrong_kind',
      instead:
        'A global API key may do everything, and works only with the e-mail address of its owner. Create an API token with the permissions that are needed.',
    },
  ],
  links: {
    dashboard: 'https://dash.cloudflare.com/profile/api-tokens',
    docs: 'https://developers.cloudflare.com/fundamentals/api/',
    support: 'https://support.cloudflare.com',
    billing: 'https://dash.cloudflare.com/?to=/:account/billing',
    statusPage: 'https://www.cloudflarestatus.com',
  },
  status: {
    kind: 'statuspage',
    url: 'https://www.cloudflarestatus.com/api/v2/summary.json',
    components: /\b(API|Dashboard)\b/i,
  },
  rotation: 'automatic',
  proof: {
    method: 'GET',
    // A token of an account is verified below the account, which stands in the base URL. Asked as a user's, it would be
    // called invalid; without its account there is no such address, and the answer says so.
    path: (key, baseUrl) =>
      key.startsWith('cfat_') || /\/accounts\/[^/]+$/.test(baseUrl) ? '/tokens/verify' : '/user/tokens/verify',
    authorize: bearer,
    costs: 'nothing',
  },
  dialect: 'documented',
  answers: cloudflareAnswers,
  readSuccess,
  fingerprintHeaders: [],
  requestIdHeaders: ['cf-ray'],
  environmentHint:
    'An environment is an account of its own, or a token of its own. For an account token (cfat_) the base URL names the account: https://api.cloudflare.com/client/v4/accounts/ACCOUNT_ID',
}
