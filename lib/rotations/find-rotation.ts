import type { Context } from '#lib/context'
import { authorizeRotation } from './authorize-rotation.ts'
import { findDrain } from './find-drain.ts'
import { toRotation } from './rotation-row.ts'
import type { RotationDetails } from './schema.ts'

/** A rotation with its drain meter: who had the old value, and who of them has the new one. */
export async function findRotation(ctx: Context, id: string): Promise<RotationDetails> {
  const { grant, row } = await authorizeRotation(ctx, 'rotation.list', id)
  return { ...toRotation(row), drain: await findDrain(grant, row) }
}
