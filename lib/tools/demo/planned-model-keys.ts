import type { PlannedKey } from './planned-keys.ts'

/** A project that compares models: a key of each further company that runs them. */
export const plannedModelKeys: PlannedKey[] = [
  { name: 'MISTRAL_API_KEY', provider: 'mistral', environment: 'development', answers: ['valid'] },
  { name: 'CO_API_KEY', provider: 'cohere', environment: 'development', answers: ['valid', 'trial_month'] },
  { name: 'TOGETHER_API_KEY', provider: 'together', environment: 'development', answers: ['valid'] },
  { name: 'FIREWORKS_API_KEY', provider: 'fireworks', environment: 'development', answers: ['valid', 'suspended'] },
  { name: 'DEEPSEEK_API_KEY', provider: 'deepseek', environment: 'development', answers: ['valid', 'no_balance'] },
  { name: 'XAI_API_KEY', provider: 'xai', environment: 'development', answers: ['valid', 'blocked'] },
  { name: 'PERPLEXITY_API_KEY', provider: 'perplexity', environment: 'development', answers: ['bare_page'] },
  { name: 'CEREBRAS_API_KEY', provider: 'cerebras', environment: 'development', answers: ['valid', 'challenge'] },
  { name: 'NVIDIA_API_KEY', provider: 'nvidia-nim', environment: 'development', answers: ['valid'] },
  { name: 'VOYAGE_API_KEY', provider: 'voyage', environment: 'development', answers: ['valid'] },
  { name: 'JINA_API_KEY', provider: 'jina', environment: 'development', answers: ['valid', 'billing'] },
]
