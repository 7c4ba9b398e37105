import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const CODES = 'https://developers.notion.com/reference/status-codes'

const error = (status: number, code: string, message: string) => ({
  object: 'error',
  status,
  code,
  message,
  request_id: 'b1d2',
})

const answers: AnswerRule[] = [
  {
    when: { status: 401, code: 'unauthorized', text: /api token is invalid/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the token is invalid; it uses the same words once the secret was refreshed or the integration removed',
    source: CODES,
    example: {
      status: 401,
      headers: { 'x-notion-request-id': 'b1d2' },
      body: error(401, 'unauthorized', 'API token is invalid.'),
    },
  },
  {
    when: { status: 403, code: 'restricted_resource' },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the token is good, but the integration lacks the capability for this call',
    source: CODES,
    example: { status: 403, body: error(403, 'restricted_resource', 'Insufficient permissions for this endpoint.') },
  },
  {
    when: { status: 404, code: 'object_not_found' },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'there is no such page for this token: it may not be shared with the integration',
    source: CODES,
    example: {
      status: 404,
      body: error(
        404,
        'object_not_found',
        'Could not find page. Make sure the relevant pages and databases are shared with your integration.',
      ),
    },
  },
  {
    when: { status: 400, code: 'missing_version', text: /notion-version header/i },
    verdict: 'api_version_unsupported',
    confidence: 'likely',
    says: 'the Notion-Version header is missing or names a version that it does not know',
    source: CODES,
    example: {
      status: 400,
      body: error(
        400,
        'missing_version',
        'Notion-Version header failed validation: Notion-Version header should be defined, instead was `undefined`.',
      ),
    },
  },
  {
    when: { status: 400, code: 'invalid_request_url' },
    verdict: 'base_url_wrong',
    confidence: 'likely',
    says: 'the address of the request is none of its API’s',
    source: CODES,
    example: { status: 400, body: error(400, 'invalid_request_url', 'Invalid request URL.') },
  },
  {
    when: { status: 429, code: 'rate_limited' },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'the integration made more requests than its limit allows',
    source: CODES,
    example: {
      status: 429,
      headers: { 'retry-after': '7' },
      body: error(429, 'rate_limited', 'You have been rate limited. Please try again in a few minutes.'),
    },
  },
  {
    when: {
      status: [500, 503, 504, 529],
      code: ['internal_server_error', 'service_unavailable', 'service_overload', 'database_connection_unavailable'],
    },
    verdict: 'provider_outage',
    confidence: 'likely',
    says: 'its own servers failed or are overloaded',
    source: CODES,
    example: {
      status: 503,
      body: error(503, 'service_unavailable', 'Notion is unavailable, please try again later.'),
    },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || json.object !== 'user' || typeof json.id !== 'string') return null
  const bot = isRecord(json.bot) ? json.bot : {}
  const user = isRecord(bot.owner) && isRecord(bot.owner.user) ? bot.owner.user : {}
  const [owner] = [user.name, json.name].filter((name) => typeof name === 'string')
  return {
    observed: {
      owner: typeof owner === 'string' ? owner : undefined,
      organisation: typeof bot.workspace_name === 'string' ? bot.workspace_name : undefined,
    },
    because: '`object` is `user`, and it is the one behind this token',
  }
}

export const notion: Provider = {
  id: 'notion',
  name: 'Notion',
  category: 'data',
  baseUrl: 'https://api.notion.com/v1',
  variables: ['NOTION_TOKEN', 'NOTION_API_KEY'],
  keyFormats: [
    {
      kind: 'integration secret',
      pattern: /^ntn_[0-9]{11}[A-Za-z0-9]{35}$/,
      example: (letters) => `ntn_${letters(11, 'digits')}${letters(35)}`,
      role: 'usable',
      prefix: 'ntn_',
      confirmed: true,
      source: 'gitleaks rules for Notion tokens',
    },
    {
      kind: 'integration secret of the older form',
      pattern: /^secret_[A-Za-z0-9]{43}$/,
      example: (letters) => `secret_${letters(43)}`,
      role: 'usable',
      prefix: 'secret_',
      confirmed: true,
      source: 'trufflehog detector for Notion',
    },
  ],
  links: {
    dashboard: 'https://www.notion.so/profile/integrations',
    docs: 'https://developers.notion.com',
    support: 'https://www.notion.so/help',
    statusPage: 'https://www.notion-status.com',
  },
  status: { kind: 'statuspage', url: 'https://www.notion-status.com/api/v2/summary.json' },
  rotation: 'manual',
  proof: {
    method: 'GET',
    path: '/users/me',
    headers: { 'notion-version': '2022-06-28' },
    authorize: bearer,
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-notion-request-id'],
  requestIdHeaders: ['x-notion-request-id'],
  environmentHint: 'A secret belongs to one integration in one workspace, and sees only the pages shared with it.',
}
