import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { inPlace, reachedBy } from './reached-by.ts'
import type { EndedScopedKeys, EndScopedKeysInput } from './schema.ts'

/**
 * Ends all scoped keys that the caller may end, or those of them that are named, in one transaction with one event that
 * names each. Those that ended before, and those of others, are left as they are.
 */
export async function endScopedKeys(ctx: Context, { ids, ...place }: EndScopedKeysInput): Promise<EndedScopedKeys> {
  const grant = await authorize(ctx, 'scoped_key.end_many')
  return commit(grant, async (tx) => {
    const where = { AND: [reachedBy(ctx.actor), inPlace(place)], endedAt: null, ...(ids ? { id: { in: ids } } : {}) }
    const ended = await tx.scopedKey.updateManyAndReturn({
      where,
      data: { endedAt: new Date() },
      select: { id: true, name: true },
    })
    const after = { ended: Object.fromEntries(ended.map(({ id, name }) => [id, name])) }
    const target = { type: 'scoped_key', id: 'new', name: `${ended.length} scoped keys` }
    return { result: { ended: ended.length }, event: { target, after } }
  })
}
