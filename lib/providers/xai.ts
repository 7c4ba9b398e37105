import { bearer } from './bearer.ts'
import type { Answer, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'
import { readTime } from './read-time.ts'
import { xaiAnswers } from './xai-answers.ts'

/** The key describes itself; the three marks of a block are read by rules before this. */
function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || typeof json.team_id !== 'string' || !('api_key_blocked' in json)) return null
  const acls = Array.isArray(json.acls) ? json.acls.filter((one): one is string => typeof one === 'string') : undefined
  return {
    observed: {
      owner: typeof json.user_id === 'string' ? json.user_id : undefined,
      organisation: json.team_id,
      permissions: acls,
      expiresAt: readTime(json.expire_time ?? json.expireTime),
    },
    because: '`team_id` and `acls` describe this very key, and none of its marks says that it is blocked',
  }
}

export const xai: Provider = {
  id: 'xai',
  name: 'xAI (Grok)',
  category: 'llm',
  baseUrl: 'https://api.x.ai/v1',
  variables: ['XAI_API_KEY', 'XAI_MANAGEMENT_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^xai-(?!token-)[A-Za-z0-9_-]{70,120}$/,
      example: (letters) => `xai-${letters(80)}`,
      role: 'usable',
      prefix: 'xai-',
      confirmed: true,
      source: 'betterleaks and trufflehog rules',
    },
    {
      kind: 'management key',
      pattern: /^xai-token-[A-Za-z0-9]{80}$/,
      example: (letters) => `xai-token-${letters(80)}`,
      role: 'wrong_kind',
      instead: 'A management key makes other keys, on a host of its own, and cannot call models. Create an API key.',
      prefix: 'xai-token-',
      confirmed: true,
      source: 'google/osv-scalibr detector for xAI management keys',
    },
  ],
  links: {
    dashboard: 'https://console.x.ai',
    docs: 'https://docs.x.ai',
    support: 'https://x.ai/contact',
    billing: 'https://console.x.ai/team/default/billing',
    statusPage: 'https://status.x.ai',
  },
  status: { kind: 'rss', url: 'https://status.x.ai/feed.xml' },
  rotation: 'automatic',
  proof: { method: 'GET', path: '/api-key', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers: xaiAnswers,
  readSuccess,
  fingerprintHeaders: [],
  requestIdHeaders: ['x-request-id', 'cf-ray'],
  llm: { compatible: true, modelsPath: '/models' },
}
