import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { runRotation } from '#lib/jobs/run-rotation'
import { authorizeRotation } from './authorize-rotation.ts'
import { toRotation } from './rotation-row.ts'
import type { Rotation } from './schema.ts'

/** Lets a rotation go on that waits for somebody, or for its next try. `conflict` where it has ended. */
export async function resumeRotation(ctx: Context, id: string): Promise<Rotation> {
  const { grant, row } = await authorizeRotation(ctx, 'rotation.resume', id)
  if (row.mode !== 'automatic' || row.openKeyId === null)
    throw new AppError(
      'conflict',
      `This rotation is ${row.state}; there is nothing to go on with. Nothing was changed.`,
    )
  const resumed = await commit(grant, async (tx) => {
    const result = await tx.rotation.update({
      where: { id, state: row.state },
      data: {
        needsPerson: false,
        problem: null,
        tries: 0,
        ...(row.state === 'draining' ? {} : { nextAt: new Date(0) }),
      },
    })
    await runRotation(id, tx)
    return { result, event: { after: { rotation: id, state: row.state } } }
  })
  return toRotation(resumed)
}
