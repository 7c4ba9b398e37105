import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { requireOwnAddress } from './require-own-address.ts'
import { type CreateCustomProviderInput, CustomProvider } from './schema.ts'

/** Adds a server of the team's own to the catalogue. `conflict` for a name that is taken. */
export async function createCustomProvider(ctx: Context, input: CreateCustomProviderInput): Promise<CustomProvider> {
  const grant = await authorize(ctx, 'provider.create')
  requireOwnAddress(input.baseUrl)
  const id = newId('prov')
  return commit(
    grant,
    async (tx) => {
      const row = await tx.customProvider.create({ data: { id, ...input } })
      const target = { type: 'provider', id, name: row.name }
      return { result: CustomProvider.parse(row), event: { target, after: { ...input } } }
    },
    TAKEN,
  )
}

export const TAKEN = 'A provider of the team’s own has this name already. Choose another one.'
