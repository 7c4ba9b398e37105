import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { findScope } from '#lib/access/find-scope'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'

/** Ends that a gateway is told of changes, and forgets its token. */
export async function disconnectGateway(ctx: Context, id: string): Promise<void> {
  const { name = id, ...place } = (await findScope.gateway(id)) ?? {}
  const target = { type: 'gateway', id, name }
  const grant = await authorize(ctx, 'openclaw.disconnect', { ...place, subject: { ...place, target } })
  await commit(grant, async (tx) => {
    const { count } = await tx.openClawGateway.deleteMany({ where: { id } })
    if (count === 0) throw notFound()
    return { result: undefined, event: {} }
  })
}
