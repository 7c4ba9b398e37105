import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { restoreVersions } from '#lib/keys/restore-versions'
import { authorizeRotation } from './authorize-rotation.ts'
import { toRotation } from './rotation-row.ts'
import type { Rotation } from './schema.ts'

/** Makes the old value current again. `conflict` where the key was changed since, or the rotation has ended. */
export async function cancelRotation(ctx: Context, id: string): Promise<Rotation> {
  const { grant, row } = await authorizeRotation(ctx, 'rotation.cancel', id)
  const { keyId, fromVersion, toVersion } = row
  if (row.state !== 'draining' || toVersion === null)
    throw new AppError('conflict', `This rotation is ${row.state} already. Nothing was changed.`)
  const ended = await commit(
    grant,
    async (tx) => {
      const result = await tx.rotation.update({
        where: { id, state: 'draining' },
        data: { state: 'cancelled', endedAt: new Date(), openKeyId: null },
      })
      if (!(await restoreVersions(tx, { keyIds: [keyId], before: [fromVersion], after: [toVersion] })))
        throw new AppError(
          'conflict',
          'The value of this key was changed since. Nothing was changed; look at its versions.',
        )
      return { result, event: { before: { version: toVersion }, after: { rotation: id, version: fromVersion } } }
    },
    'This rotation was ended at the same moment. Nothing was changed.',
  )
  return toRotation(ended)
}
