import { bearer } from '#lib/providers/bearer'
import { openaiCompatible } from '#lib/providers/openai-compatible'
import type { Answer, ProofCall, Provider, Success } from '#lib/providers/provider'
import { readModelList } from '#lib/providers/read-model-list'
import type { CustomProvider } from './schema.ts'

/**
 * A server of the team's own as a provider of the catalogue's form. Nothing is documented about it, so a success counts
 * only if a deliberately wrong key is refused, and a refusal is read by the rules of HTTP alone.
 */
export function toProvider(custom: CustomProvider): Provider {
  const { id, name, baseUrl, variable, dialect } = custom
  return {
    ...openaiCompatible,
    id,
    name,
    category: dialect === 'http' ? 'other' : 'llm',
    baseUrl,
    variables: [variable],
    links: { dashboard: null, docs: baseUrl },
    environmentHint: undefined,
    ...DIALECT[dialect](custom),
  }
}

const DIALECT: Record<CustomProvider['dialect'], (custom: CustomProvider) => Partial<Provider>> = {
  openai: () => ({}),
  anthropic: () => ({
    proof: {
      ...openaiCompatible.proof,
      headers: { 'anthropic-version': '2023-06-01' },
      authorize: (key) => ({ 'x-api-key': key }),
    },
    readSuccess: (answer) => readModelList(answer, { strict: false }),
    llm: { compatible: false, modelsPath: '/models' },
  }),
  http: ({ path, header }) => ({ proof: httpProof(path, header), readSuccess: readAnything, llm: undefined }),
}

function httpProof(path: string, header: string): ProofCall {
  const authorize = header === 'authorization' ? bearer : (key: string) => ({ [header]: key })
  return { method: 'GET', path, authorize, needsNegativeControl: true, costs: 'nothing' }
}

/** Any answer but a web page or an error inside a 200; what makes it proof is that a wrong key gets another one. */
function readAnything({ status, kind, json }: Answer): Success | null {
  const isError = typeof json === 'object' && json !== null && 'error' in json && Boolean(json.error)
  if (status < 200 || status > 299 || isError || (kind !== 'json' && kind !== 'text' && kind !== 'empty')) return null
  return { observed: {}, because: `it answered with HTTP ${status}` }
}
