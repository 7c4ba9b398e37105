import type { PublicProvider } from '#lib/providers/public-provider'
import { categoryWords } from '@/components/providers/category-words'
import type { ComboboxOption } from '@/components/ui/combobox'

/** Providers to choose from, found by their names and by the variables that usually hold their keys. */
export function providerOptions(providers: PublicProvider[]): ComboboxOption[] {
  return providers.map(({ id, name, category, variables }) => ({
    value: id,
    label: name,
    detail: categoryWords(category),
    keywords: [id, ...variables],
  }))
}

/** When a base URL of one's own is needed, said under its field. */
export function baseUrlHint(provider: PublicProvider | undefined): string {
  if (provider?.baseUrl === null) return 'Your own address of this provider.'
  const sites = provider?.sites.filter(({ baseUrl }) => baseUrl !== provider.baseUrl) ?? []
  if (sites.length === 0) return 'Only where you use another than the usual one.'
  return `The usual one where you leave it out. ${sites.map(({ name, baseUrl }) => `${name}: ${baseUrl}`).join(', ')}`
}
