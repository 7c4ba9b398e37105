import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { authorizePolicy } from './authorize-policy.ts'
import type { PolicyScope } from './schema.ts'

/** Nothing is said here any more: the wider scopes decide. */
export async function removePolicy(ctx: Context, scope: PolicyScope, id: string): Promise<void> {
  const { grant, where } = await authorizePolicy(ctx, 'rotation_policy.remove', scope, id)
  await commit(grant, async (tx) => {
    await tx.rotationPolicy.deleteMany({ where })
    if (scope === 'key') await tx.key.update({ where: { id }, data: { rotateEveryDays: null } })
    return { result: undefined, event: { before: { scope } } }
  })
}
