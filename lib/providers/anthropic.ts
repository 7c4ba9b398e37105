import { anthropicAnswers } from './anthropic-answers.ts'
import type { Answer, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const KEY_SOURCE = 'gitleaks and betterleaks rules for Anthropic keys'

function readSuccess({ json, headers }: Answer): Success | null {
  if (!isRecord(json) || !Array.isArray(json.data) || json.error) return null
  const entries = json.data.filter(isRecord)
  const isModelPage = entries.length > 0 ? entries.every((entry) => entry.type === 'model') : 'has_more' in json
  if (!isModelPage || entries.some((entry) => typeof entry.id !== 'string')) return null
  return {
    observed: { models: entries.map((entry) => String(entry.id)), organisation: headers['anthropic-organization-id'] },
    because: '`data` is a page of models',
    partialModels: json.has_more === true,
  }
}

export const anthropic: Provider = {
  id: 'anthropic',
  name: 'Anthropic (Claude)',
  company: 'Anthropic',
  category: 'llm',
  baseUrl: 'https://api.anthropic.com/v1',
  variables: ['ANTHROPIC_API_KEY', 'CLAUDE_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^sk-ant-api03-[A-Za-z0-9_-]{93}AA$/,
      example: (letters) => `sk-ant-api03-${letters(93)}AA`,
      role: 'usable',
      prefix: 'sk-ant-api03-',
      confirmed: true,
      source: KEY_SOURCE,
    },
    {
      kind: 'admin key',
      pattern: /^sk-ant-admin01-[A-Za-z0-9_-]{93}AA$/,
      example: (letters) => `sk-ant-admin01-${letters(93)}AA`,
      role: 'wrong_kind',
      instead:
        'An admin key manages the organisation and cannot call models. Create an ordinary API key in a workspace.',
      prefix: 'sk-ant-admin01-',
      confirmed: true,
      source: KEY_SOURCE,
    },
    {
      kind: 'sign-in token of Claude Code',
      pattern: /^sk-ant-o[ar]t01-[A-Za-z0-9_-]{80,}$/,
      example: (letters) => `sk-ant-oat01-${letters(95)}`,
      role: 'wrong_kind',
      instead: 'A sign-in token belongs to one person’s subscription. Create an API key for an application.',
      prefix: 'sk-ant-oat01-',
      confirmed: false,
      source: 'unconfirmed',
    },
  ],
  links: {
    dashboard: 'https://platform.claude.com/settings/keys',
    docs: 'https://platform.claude.com/docs',
    support: 'https://support.claude.com',
    billing: 'https://platform.claude.com/settings/billing',
    statusPage: 'https://status.claude.com',
  },
  status: {
    kind: 'statuspage',
    url: 'https://status.claude.com/api/v2/summary.json',
    components: /\b(api|platform|console)\b/i,
  },
  rotation: 'manual',
  proof: {
    method: 'GET',
    path: '/models',
    headers: { 'anthropic-version': '2023-06-01' },
    authorize: (key) => ({ 'x-api-key': key }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers: anthropicAnswers,
  readSuccess,
  fingerprintHeaders: ['request-id', 'anthropic-organization-id'],
  requestIdHeaders: ['request-id'],
  llm: { compatible: false, modelsPath: '/models', hasAliases: true },
  environmentHint: 'Anthropic keys carry no test or live mark: an environment is a workspace of its own.',
}
