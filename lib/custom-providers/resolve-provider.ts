import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { findProvider } from '#lib/providers/catalog'
import type { Provider } from '#lib/providers/provider'
import { CustomProvider } from './schema.ts'
import { toProvider } from './to-provider.ts'

/** The provider of this id, of the catalogue or of the team's own; undefined where there is none. */
export async function resolveProvider(grant: Grant, id: string): Promise<Provider | undefined> {
  const known = findProvider(id)
  if (known) return known
  const row = await read(grant).customProvider.findUnique({ where: { id } })
  return row ? toProvider(CustomProvider.parse(row)) : undefined
}
