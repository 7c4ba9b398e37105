import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { TAKEN } from './create-custom-provider.ts'
import { requireOwnAddress } from './require-own-address.ts'
import { CustomProvider, type EditCustomProviderInput } from './schema.ts'

/** Changes how a server of the team's own is asked. The next test of each of its keys goes the new way. */
export async function editCustomProvider(
  ctx: Context,
  id: string,
  input: EditCustomProviderInput,
): Promise<CustomProvider> {
  const grant = await authorize(ctx, 'provider.edit', { subject: { target: { type: 'provider', id, name: id } } })
  const row = await read(grant).customProvider.findUnique({ where: { id } })
  if (!row) throw notFound()
  if (input.baseUrl !== undefined) requireOwnAddress(input.baseUrl)
  const before = CustomProvider.parse(row)
  const fields = (Object.keys(input) as (keyof EditCustomProviderInput)[]).filter(
    (field) => input[field] !== undefined && input[field] !== before[field],
  )
  if (fields.length === 0) return before
  const pick = (from: EditCustomProviderInput) => Object.fromEntries(fields.map((field) => [field, from[field]]))
  return commit(
    grant,
    async (tx) => {
      const after = await tx.customProvider.update({ where: { id }, data: pick(input) })
      const target = { type: 'provider', id, name: after.name }
      return { result: CustomProvider.parse(after), event: { target, before: pick(before), after: pick(input) } }
    },
    TAKEN,
  )
}
