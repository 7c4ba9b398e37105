import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import type { ScopedKey } from './schema.ts'
import { SCOPED_KEY_INCLUDE, toScopedKey } from './scoped-key-row.ts'

/** What the scoped key that asks is. No use of it, and no event: it says nothing that its holder was not told. */
export async function findSelf(ctx: Context): Promise<ScopedKey> {
  const grant = await authorize(ctx, 'scoped_key.find_self')
  const row = await read(grant).scopedKey.findUnique({ where: { id: ctx.actor.id }, include: SCOPED_KEY_INCLUDE })
  if (!row) throw notFound()
  return toScopedKey(row)
}
