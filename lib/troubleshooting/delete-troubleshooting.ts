import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { authorizeTroubleshooting } from './authorize-troubleshooting.ts'

/** Gone for good, with the logs' lines and the answers in it. Kept pairing results of the key stay. */
export async function deleteTroubleshooting(ctx: Context, id: string): Promise<void> {
  const grant = await authorizeTroubleshooting(ctx, 'troubleshooting.delete', id)
  await commit(grant, async (tx) => {
    const { verdict } = await tx.troubleshooting.delete({ where: { id }, select: { verdict: true } })
    return { result: undefined, event: { before: { verdict } } }
  })
}
