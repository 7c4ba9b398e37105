import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { findGrantee } from './find-grantee.ts'
import { keepAManager } from './keep-a-manager.ts'
import type { Grant, SetGrantInput } from './schema.ts'

/** Gives a member a role in an environment, or takes the environment away (`denied`). Works on their next request. */
export async function setGrant(
  ctx: Context,
  environmentId: string,
  memberId: string,
  input: SetGrantInput,
): Promise<Grant> {
  const { grant, subject, member, current } = await findGrantee(ctx, 'grant.set', environmentId, memberId)
  if (input.role === 'denied' || current === 'denied') await authorize(ctx, 'grant.deny', { subject })
  const where = { environmentId_memberId: { environmentId, memberId } }
  return commit(grant, (tx) =>
    keepAManager(tx, environmentId, async () => {
      const before = await tx.grant.findUnique({ where, select: { role: true } })
      await tx.grant.upsert({ where, create: { id: newId('grt'), environmentId, memberId, ...input }, update: input })
      const result = { environmentId, member, role: input.role, isGranted: true }
      return { result, event: { ...subject, before: { role: before?.role ?? null }, after: { role: input.role } } }
    }),
  )
}
