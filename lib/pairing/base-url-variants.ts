import type { Provider } from '#lib/providers/provider'

const ENDPOINTS =
  /\/(chat\/completions|completions|responses|messages|embeddings|models|key|user|balance|auth\.test|personal_access_tokens\/self)$/
const MOST = 5

/** Base URLs on the same host that people mean when they write this one, likeliest first. The key never goes to another host. */
export function baseUrlVariants(provider: Provider, baseUrl: string): string[] {
  const url = new URL(baseUrl)
  const path = url.pathname.replace(/\/+$/, '')
  const usual = provider.baseUrl === null ? [] : [new URL(provider.baseUrl).pathname.replace(/\/+$/, '')]
  const trimmed = path.replace(ENDPOINTS, '').replace(ENDPOINTS, '')
  const single = trimmed.replace(/(\/v\d+(?:beta)?)\1+/g, '$1')
  const paths = [
    trimmed,
    single,
    ...usual,
    ...(/\/v\d+(beta)?$/.test(single) ? [] : [`${single}/v1`]),
    ...(provider.otherBasePaths ?? []),
    ...(provider.llm?.compatible ? ['/v1', '/api/v1', '/openai/v1'] : []),
    single.replace(/\/v\d+(beta)?$/, ''),
  ]
  return [...new Set(paths)]
    .filter((one) => one !== path)
    .slice(0, MOST)
    .map((one) => `${url.origin}${one}`)
}
