import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { findGrantee } from './find-grantee.ts'
import { keepAManager } from './keep-a-manager.ts'

/** Takes back what was granted; what comes with the member's role in the installation stays. */
export async function removeGrant(ctx: Context, environmentId: string, memberId: string): Promise<void> {
  const { grant, subject, current } = await findGrantee(ctx, 'grant.remove', environmentId, memberId)
  if (!current) throw notFound()
  if (current === 'denied') await authorize(ctx, 'grant.deny', { subject })
  await commit(grant, (tx) =>
    keepAManager(tx, environmentId, async () => {
      await tx.grant.delete({ where: { environmentId_memberId: { environmentId, memberId }, role: current } })
      return { result: undefined, event: { ...subject, before: { role: current } } }
    }),
  )
}
