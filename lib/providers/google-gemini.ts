import { googleGeminiLimits } from './google-gemini-limits.ts'
import { googleGeminiRefusals } from './google-gemini-refusals.ts'
import type { Answer, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || json.error || !Array.isArray(json.models)) return null
  const names = json.models.map((model) => (isRecord(model) && typeof model.name === 'string' ? model.name : null))
  if (names.length === 0 || names.some((name) => !name?.startsWith('models/'))) return null
  return {
    observed: { models: names.map((name) => String(name).slice('models/'.length)) },
    because: '`models` lists models by their resource names',
    partialModels: typeof json.nextPageToken === 'string' && json.nextPageToken !== '',
  }
}

export const googleGemini: Provider = {
  id: 'google-gemini',
  name: 'Google Gemini (AI Studio)',
  company: 'Google',
  category: 'llm',
  baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
  variables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY'],
  keyFormats: [
    {
      kind: 'auth key',
      pattern: /^AQ\.Ab8RN6[A-Za-z0-9_-]{44}$/,
      example: (letters) => `AQ.Ab8RN6${letters(44, 'base64url')}`,
      role: 'usable',
      prefix: 'AQ.',
      confirmed: true,
      source: 'betterleaks rule; Gemini developer forum',
    },
    {
      kind: 'standard key (being retired)',
      pattern: /^AIza[A-Za-z0-9_-]{35}$/,
      example: (letters) => `AIza${letters(35, 'base64url')}`,
      role: 'usable',
      prefix: 'AIza',
      alsoOf: ['google-cloud-api-key'],
      confirmed: true,
      source: 'gitleaks and betterleaks rules',
    },
  ],
  links: {
    dashboard: 'https://aistudio.google.com/app/apikey',
    docs: 'https://ai.google.dev/gemini-api/docs/api-key',
    support: 'https://discuss.ai.google.dev',
    billing: 'https://aistudio.google.com/usage',
    statusPage: 'https://aistudio.google.com/status',
  },
  status: {
    kind: 'google',
    url: 'https://status.cloud.google.com/incidents.json',
    components: /\b(gemini|vertex|ai studio|generative)\b/i,
  },
  rotation: 'automatic',
  proof: { method: 'GET', path: '/models', authorize: (key) => ({ 'x-goog-api-key': key }), costs: 'nothing' },
  dialect: 'documented',
  answers: [...googleGeminiRefusals, ...googleGeminiLimits],
  readSuccess,
  fingerprintHeaders: ['server-timing'],
  requestIdHeaders: [],
  llm: { compatible: false, modelsPath: '/models' },
  environmentHint: 'Gemini keys carry no test or live mark: an environment is a Google Cloud project of its own.',
}
