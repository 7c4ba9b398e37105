import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { resumeRotation } from '#lib/rotations/resume-rotation'
import { Rotation } from '#lib/rotations/schema'

export const POST = route({
  action: 'rotation.resume',
  summary: 'Lets a rotation go on that waits for somebody, or for its next try.',
  params: IdParams,
  output: Rotation,
  handler: ({ ctx, params }) => resumeRotation(ctx, params.id),
})
