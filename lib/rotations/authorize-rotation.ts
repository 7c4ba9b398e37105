import { authorizeKey } from '#lib/access/authorize-key'
import { findScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'

/** `authorize` for something done to one rotation, which stands where its key does. */
export async function authorizeRotation(
  ctx: Context,
  action: 'rotation.list' | 'rotation.complete' | 'rotation.cancel' | 'rotation.resume',
  id: string,
) {
  const found = await findScope.rotation(id)
  const grant = await authorizeKey(ctx, action, found?.keyId ?? id)
  const row = await read(grant).rotation.findUnique({ where: { id } })
  if (!row) throw notFound()
  return { grant, row }
}
