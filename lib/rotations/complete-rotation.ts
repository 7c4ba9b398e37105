import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import type { Verdict } from '#lib/providers/verdict'
import { authorizeRotation } from './authorize-rotation.ts'
import { toRotation } from './rotation-row.ts'
import type { Rotation } from './schema.ts'

/** That its provider refuses the value itself. Nothing else proves it dead. */
const DEAD: Verdict[] = ['key_invalid', 'key_revoked', 'key_expired', 'key_shape_mismatch']

/**
 * Ends a rotation once the old value is proven dead: it is tested, and its provider refuses it. `conflict` while the
 * provider accepts it, and where the answer proves neither: nothing is changed then.
 */
export async function completeRotation(ctx: Context, id: string): Promise<Rotation> {
  const { grant, row } = await authorizeRotation(ctx, 'rotation.complete', id)
  if (row.state !== 'draining')
    throw new AppError('conflict', `This rotation is ${row.state} already. Nothing was changed.`)
  const { keyId, fromVersion } = row
  const run = await prepareKeyTest(ctx, keyId, { version: fromVersion, trigger: 'rotation' })
  const { verdict, headline } = await run()
  if (!DEAD.includes(verdict))
    throw new AppError(
      'conflict',
      verdict === 'paired' || verdict === 'paired_limited'
        ? 'The old value still works at its provider. Revoke it there, then complete the rotation. Nothing was changed.'
        : `Whether the old value is dead could not be proven: ${headline} Nothing was changed.`,
    )
  const ended = await commit(
    grant,
    async (tx) => {
      const now = new Date()
      const result = await tx.rotation.update({
        where: { id, state: 'draining' },
        data: { state: 'completed', endedAt: now, openKeyId: null },
      })
      await tx.keyVersion.updateMany({
        where: { keyId, number: fromVersion },
        data: { state: 'revoked', overlapEndsAt: now },
      })
      return { result, event: { after: { rotation: id, version: fromVersion, verdict } } }
    },
    'This rotation was ended at the same moment. Nothing was changed.',
  )
  return toRotation(ended)
}
