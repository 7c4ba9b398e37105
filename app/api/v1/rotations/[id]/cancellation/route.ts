import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { cancelRotation } from '#lib/rotations/cancel-rotation'
import { Rotation } from '#lib/rotations/schema'

export const POST = route({
  action: 'rotation.cancel',
  summary: 'Makes the old value current again, and ends the rotation.',
  params: IdParams,
  output: Rotation,
  handler: ({ ctx, params }) => cancelRotation(ctx, params.id),
})
