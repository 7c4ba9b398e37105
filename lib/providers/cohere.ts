import { bearer } from './bearer.ts'
import { cohereAnswers } from './cohere-answers.ts'
import type { Answer, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || json.valid !== true) return null
  return {
    observed: {
      organisation: typeof json.organization_id === 'string' ? json.organization_id : undefined,
      owner: typeof json.owner_id === 'string' ? json.owner_id : undefined,
    },
    because: '`valid` is true',
  }
}

/** Cohere names its models, where OpenAI's dialect has ids. */
function readModels({ json }: Answer): Success | null {
  if (!isRecord(json) || !Array.isArray(json.models)) return null
  const names = json.models.flatMap((model) => (isRecord(model) && typeof model.name === 'string' ? [model.name] : []))
  if (names.length === 0) return null
  return {
    observed: { models: names },
    because: '`models` names models',
    partialModels: Boolean(json.next_page_token),
  }
}

export const cohere: Provider = {
  id: 'cohere',
  name: 'Cohere',
  category: 'llm',
  baseUrl: 'https://api.cohere.com',
  otherHosts: ['api.cohere.ai'],
  variables: ['CO_API_KEY', 'COHERE_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^[A-Za-z0-9]{40}$/,
      example: (letters) => letters(40),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: true,
      source: 'gitleaks and betterleaks rules',
    },
  ],
  links: {
    dashboard: 'https://dashboard.cohere.com/api-keys',
    docs: 'https://docs.cohere.com',
    support: 'mailto:support@cohere.com',
    billing: 'https://dashboard.cohere.com/billing',
    statusPage: 'https://status.cohere.com',
  },
  status: { kind: 'statuspage', url: 'https://status.cohere.com/api/v2/summary.json' },
  rotation: 'manual',
  // Applications also use /v1, /v2 and /compatibility/v1.
  proof: {
    method: 'POST',
    baseUrl: 'https://api.cohere.com',
    path: '/v1/check-api-key',
    authorize: bearer,
    costs: 'nothing',
  },
  dialect: 'documented',
  answers: cohereAnswers,
  readSuccess,
  fingerprintHeaders: ['x-debug-trace-id'],
  requestIdHeaders: ['x-debug-trace-id'],
  llm: { compatible: false, modelsPath: '/v1/models', readModels },
  environmentHint:
    'Trial and production keys look the same: a trial key answers 429 once its calls of the month are used.',
}
