import { bearer } from './bearer.ts'
import type { Provider } from './provider.ts'
import { readModelList } from './read-model-list.ts'

/**
 * XRoute.AI documents neither its errors nor the form of its keys; only its base URLs are known, from public projects.
 * So it is read like any server that speaks the OpenAI dialect, and a success counts only if a wrong key is refused.
 */
export const xroute: Provider = {
  id: 'xroute',
  name: 'XRoute.AI',
  category: 'llm',
  baseUrl: 'https://api.xroute.ai/openai/v1',
  otherBasePaths: ['/openai/v1', '/deepseek/v1', '/google/v1', '/grok/v1'],
  variables: ['XROUTE_API_KEY', 'XROUTE_AI_API_KEY'],
  keyFormats: [],
  links: { dashboard: 'https://xroute.ai', docs: 'https://xroute.ai/docs', support: 'https://xroute.ai' },
  rotation: 'manual',
  proof: { method: 'GET', path: '/models', authorize: bearer, needsNegativeControl: true, costs: 'nothing' },
  dialect: 'unknown',
  answers: [],
  readSuccess: (answer) => readModelList(answer, { strict: false }),
  fingerprintHeaders: [],
  requestIdHeaders: ['x-request-id'],
  llm: { compatible: true, modelsPath: '/models' },
  environmentHint: 'The path chooses the vendor: /openai/v1, /deepseek/v1, /google/v1 or /grok/v1.',
}
