import { bearer } from './bearer.ts'
import type { Provider } from './provider.ts'
import { readModelList } from './read-model-list.ts'

/**
 * Any server of the customer's own that speaks the OpenAI dialect: Ollama, vLLM, LiteLLM, a gateway. Some check no key
 * at all, so a success counts only if a deliberately wrong key is refused.
 */
export const openaiCompatible: Provider = {
  id: 'openai-compatible',
  name: 'OpenAI-compatible server',
  category: 'llm',
  baseUrl: null,
  variables: ['LLM_API_KEY', 'LITELLM_API_KEY', 'LITELLM_MASTER_KEY', 'OLLAMA_API_KEY', 'VLLM_API_KEY'],
  keyFormats: [],
  links: { dashboard: null, docs: 'https://github.com/ollama/ollama/blob/main/docs/api.md' },
  rotation: 'manual',
  proof: { method: 'GET', path: '/models', authorize: bearer, needsNegativeControl: true, costs: 'nothing' },
  dialect: 'unknown',
  answers: [],
  readSuccess: (answer) => readModelList(answer, { strict: false }),
  fingerprintHeaders: [],
  requestIdHeaders: ['x-request-id', 'x-litellm-call-id'],
  llm: { compatible: true, modelsPath: '/models' },
  environmentHint: 'The base URL is the environment.',
}
