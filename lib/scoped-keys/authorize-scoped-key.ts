import { authorize } from '#lib/access/authorize'
import { findScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import { reaches, roleIn } from '#lib/access/roles'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { SCOPED_KEY_INCLUDE } from './scoped-key-row.ts'

/** `authorize` for something done to one scoped key: by whoever made it, or a manager of its environment. */
export async function authorizeScopedKey(ctx: Context, action: 'scoped_key.rotate' | 'scoped_key.end', id: string) {
  const found = await findScope.scopedKey(id)
  const place = found ? { projectId: found.projectId, environmentId: found.environmentId } : {}
  const target = { type: 'scoped_key', id, name: found?.name ?? id }
  const grant = await authorize(ctx, action, { ...place, subject: { ...place, target } })
  const row = await read(grant).scopedKey.findUnique({ where: { id }, include: SCOPED_KEY_INCLUDE })
  const { actor } = ctx
  const isTheirs =
    actor.type !== 'member' ||
    row?.memberId === actor.id ||
    (row && reaches(roleIn(actor, row.environmentId), 'manager'))
  if (!row || !isTheirs) throw notFound()
  return { grant, row }
}
