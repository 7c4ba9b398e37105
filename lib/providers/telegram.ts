import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'
import { urlPart } from './url-part.ts'

const OBSERVED = 'observed answers'

const refusal = (status: number, description: string) => ({
  status,
  body: { ok: false, error_code: status, description },
})

/** Every answer of Telegram’s own says `ok`, whatever stands before it on the way does not. */
const isRefusal = ({ json }: Answer) => isRecord(json) && json.ok === false

const answers: AnswerRule[] = [
  {
    when: { status: 401, also: isRefusal, text: /^unauthorized\b/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the token is not known; it says the same of one that was revoked with BotFather',
    source: OBSERVED,
    example: refusal(401, 'Unauthorized'),
  },
  {
    // The token is part of the path: what Telegram does not take for a token is a page that is not there.
    when: { status: 404, also: isRefusal, text: /^not found$/i },
    verdict: 'key_invalid',
    confidence: 'possible',
    says: 'nothing is there for this token, which it says of tokens that are cut off or mistyped, and of a base URL that has more than the host in it',
    source: OBSERVED,
    example: refusal(404, 'Not Found'),
  },
  {
    when: { status: [401, 403], also: isRefusal, text: /\bbot\b.{0,40}\b(deleted|banned|deactivated|suspended)\b/i },
    verdict: 'account_suspended',
    confidence: 'possible',
    says: 'the bot was deleted or banned',
    source: 'unconfirmed',
    example: refusal(403, 'Forbidden: bot was deleted'),
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || json.ok !== true || !isRecord(json.result)) return null
  const { result } = json
  if (result.is_bot !== true || typeof result.username !== 'string') return null
  const abilities = Object.keys(result).filter((name) => /^(can|supports|has)_/.test(name) && result[name] === true)
  return {
    observed: { owner: `@${result.username}`, permissions: abilities },
    because: '`result` names the bot that the token belongs to',
  }
}

export const telegram: Provider = {
  id: 'telegram',
  name: 'Telegram',
  category: 'messaging',
  baseUrl: 'https://api.telegram.org',
  variables: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_TOKEN'],
  keyFormats: [
    {
      kind: 'bot token',
      pattern: /^[0-9]{8,10}:[A-Za-z0-9_-]{35}$/,
      example: (letters) => `${letters(10, 'digits')}:${letters(35, 'base64url')}`,
      role: 'usable',
      prefix: '',
      confirmed: true,
      source: 'gitleaks and trufflehog rules',
    },
  ],
  links: {
    dashboard: 'https://t.me/BotFather',
    docs: 'https://core.telegram.org/bots/api',
    support: 'https://t.me/BotSupport',
  },
  rotation: 'manual',
  // Telegram takes the token nowhere but in the path.
  proof: {
    method: 'GET',
    path: (key) => `/bot${urlPart(key)}/getMe`,
    authorize: () => ({}),
    secretIn: 'path',
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: [],
  requestIdHeaders: [],
  environmentHint: 'The number before the colon is the bot: use a bot of its own for each environment.',
}
