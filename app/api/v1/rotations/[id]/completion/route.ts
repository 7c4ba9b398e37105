import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { completeRotation } from '#lib/rotations/complete-rotation'
import { Rotation } from '#lib/rotations/schema'

export const POST = route({
  action: 'rotation.complete',
  summary: 'Ends a rotation once a live test proves the old value dead; 409 while its provider accepts it.',
  params: IdParams,
  output: Rotation,
  perMinute: 60,
  handler: ({ ctx, params }) => completeRotation(ctx, params.id),
})
