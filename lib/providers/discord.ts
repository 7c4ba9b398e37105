import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const CODES = 'discord-api-docs: opcodes-and-status-codes.mdx'

const error = (status: number, code: number, message: string) => ({ status, body: { message, code } })

const answers: AnswerRule[] = [
  {
    when: { status: [401, 403], code: '40002', text: /verify your account/i },
    verdict: 'account_suspended',
    confidence: 'proven',
    says: 'the token is right, and its account has to be verified before it may do anything',
    source: CODES,
    example: error(403, 40002, 'You need to verify your account in order to perform this action.'),
  },
  {
    when: { status: 401, code: ['50014', '40001'], text: /invalid authentication token/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the authentication token is not valid; it says the same of one that was reset',
    source: CODES,
    example: error(401, 50014, 'Invalid authentication token provided'),
  },
  {
    when: { status: 401, text: /^(401: )?unauthorized$/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the token is not known; it says the same of one that was reset',
    source: 'observed answers',
    example: error(401, 0, '401: Unauthorized'),
  },
  {
    when: { status: 403, code: ['50001', '50013'], text: /^missing (access|permissions)$/i },
    verdict: 'permission_missing',
    confidence: 'possible',
    says: 'the bot has no access to this, or lacks a permission in the server',
    source: 'unconfirmed',
    example: error(403, 50001, 'Missing Access'),
  },
  {
    when: { status: [400, 404], code: '50041', text: /invalid api version/i },
    verdict: 'api_version_unsupported',
    confidence: 'likely',
    says: 'this version of its API does not exist any more; versions 3 to 5 are gone',
    source: CODES,
    example: error(400, 50041, 'Invalid API version provided'),
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || typeof json.username !== 'string' || typeof json.id !== 'string') return null
  if (!/^\d{15,22}$/.test(json.id)) return null
  return { observed: { owner: json.username }, because: '`id` and `username` name the bot that the token belongs to' }
}

export const discord: Provider = {
  id: 'discord',
  name: 'Discord',
  category: 'messaging',
  baseUrl: 'https://discord.com/api/v10',
  otherBasePaths: ['/api/v10'],
  variables: ['DISCORD_TOKEN', 'DISCORD_BOT_TOKEN'],
  keyFormats: [
    {
      kind: 'bot token',
      pattern: /^[A-Za-z0-9_-]{24,28}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}$/,
      example: (letters) => `MT${letters(24)}.${letters(6, 'base64url')}.${letters(38, 'base64url')}`,
      role: 'usable',
      prefix: '',
      confirmed: true,
      source: 'trufflehog rules',
    },
  ],
  links: {
    dashboard: 'https://discord.com/developers/applications',
    docs: 'https://discord.com/developers/docs/reference',
    support: 'https://support-dev.discord.com',
    statusPage: 'https://discordstatus.com',
  },
  status: { kind: 'statuspage', url: 'https://discordstatus.com/api/v2/summary.json', components: /\bapi\b/i },
  rotation: 'manual',
  proof: {
    method: 'GET',
    path: '/users/@me',
    // Requests that name themselves otherwise may be turned away before the API.
    headers: { 'user-agent': 'DiscordBot (Claviger, 1)' },
    authorize: (key) => ({ authorization: `Bot ${key}` }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-ratelimit-bucket', 'x-ratelimit-reset-after', 'x-ratelimit-scope'],
  requestIdHeaders: [],
  environmentHint: 'Tokens do not name an environment: use one application, with a bot of its own, for each.',
}
