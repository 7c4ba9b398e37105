import { catalog } from './catalog.ts'
import type { KeyFormat, Provider } from './provider.ts'
import type { PublicProvider } from './public-provider.ts'

/** What the browser and `GET /providers` may know: names, forms of keys, links. Rules and calls stay on the server. */
export const publicCatalog: readonly PublicProvider[] = catalog.map(toPublicProvider)

export function toPublicProvider(provider: Provider): PublicProvider {
  const { id, name, category, baseUrl, address, variables, links, rotation, environmentHint } = provider
  return {
    id,
    name,
    category,
    baseUrl,
    variables,
    rotation,
    environmentHint: environmentHint ?? null,
    address: address ? { label: address.label, example: address.example, wildcard: address.wildcard ?? null } : null,
    sites: provider.sites ?? [],
    keyParts: provider.parts?.map((part) => part.name) ?? [],
    dashboard: links.dashboard,
    docs: links.docs,
    statusPage: links.statusPage ?? null,
    takesAnyKey: provider.dialect === 'unknown',
    takesModel: Boolean(provider.llm?.modelsPath),
    proofCosts: provider.proof.costs,
    keyFormats: provider.keyFormats.map(toPublicFormat),
  }
}

function toPublicFormat(format: KeyFormat): PublicProvider['keyFormats'][number] {
  const { kind, pattern, evenAround, isShared = false, role, prefix, environment, instead } = format
  return {
    kind,
    prefix,
    pattern: pattern.source,
    evenAround: evenAround ?? null,
    isShared,
    role,
    environment: environment ?? null,
    instead: instead ?? null,
  }
}
