import { bearer } from './bearer.ts'
import type { Answer, KeyFormat, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'
import { vercelAnswers } from './vercel-answers.ts'

const marked = (prefix: string, kind: string): KeyFormat => ({
  kind,
  pattern: new RegExp(`^${prefix}[A-Za-z0-9_-]{56}$`),
  example: (letters) => `${prefix}${letters(56, 'base64url')}`,
  role: 'usable',
  prefix,
  confirmed: true,
  source: 'betterleaks rules for Vercel tokens',
})

function readSuccess({ json }: Answer): Success | null {
  const { user } = isRecord(json) ? json : {}
  if (!isRecord(user) || typeof user.id !== 'string' || typeof user.username !== 'string') return null
  const { username, defaultTeamId } = user
  return {
    observed: { owner: username, organisation: typeof defaultTeamId === 'string' ? defaultTeamId : undefined },
    because: '`user` names whom the token belongs to',
  }
}

export const vercel: Provider = {
  id: 'vercel',
  name: 'Vercel',
  category: 'cloud',
  baseUrl: 'https://api.vercel.com',
  variables: ['VERCEL_TOKEN', 'VERCEL_ACCESS_TOKEN', 'VERCEL_API_TOKEN'],
  keyFormats: [
    marked('vcp_', 'personal access token'),
    marked('vci_', 'integration token'),
    marked('vca_', 'app token'),
    {
      kind: 'token of the older form',
      pattern: /^[A-Za-z0-9]{24}$/,
      example: (letters) => letters(24),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: true,
      source: 'betterleaks and trufflehog rules for Vercel tokens',
    },
    {
      ...marked('vcr_', 'refresh token'),
      role: 'wrong_kind',
      instead: 'A refresh token only fetches other tokens. Store a personal access token.',
    },
    {
      ...marked('vck_', 'AI Gateway key'),
      role: 'wrong_kind',
      instead: 'An AI Gateway key only calls models through Vercel’s AI Gateway. Store a personal access token.',
    },
  ],
  links: {
    dashboard: 'https://vercel.com/account/tokens',
    docs: 'https://vercel.com/docs/rest-api',
    support: 'https://vercel.com/help',
    statusPage: 'https://www.vercel-status.com',
  },
  status: {
    kind: 'statuspage',
    url: 'https://www.vercel-status.com/api/v2/summary.json',
    components: /\b(API|Dashboard|Authentication)\b/i,
  },
  rotation: 'automatic',
  proof: { method: 'GET', path: '/v2/user', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers: vercelAnswers,
  readSuccess,
  fingerprintHeaders: ['x-vercel-id'],
  requestIdHeaders: ['x-vercel-id'],
  environmentHint: 'Tokens carry no test or live mark: an environment is a team, to which a token can be limited.',
}
