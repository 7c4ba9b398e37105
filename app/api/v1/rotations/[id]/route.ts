import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { findRotation } from '#lib/rotations/find-rotation'
import { RotationDetails } from '#lib/rotations/schema'

export const GET = route({
  action: 'rotation.list',
  summary: 'A rotation with its drain meter: who had the old value, and who of them has the new one.',
  params: IdParams,
  output: RotationDetails,
  handler: ({ ctx, params }) => findRotation(ctx, params.id),
})
