import { route } from '#lib/http/route'
import { ListQuery } from '#lib/list/cursor'
import { IdParams } from '#lib/list/id-params'
import { listRotations } from '#lib/rotations/list-rotations'
import { Rotation, RotationList, StartRotationInput } from '#lib/rotations/schema'
import { startRotation } from '#lib/rotations/start-rotation'

export const GET = route({
  action: 'rotation.list',
  summary: 'The rotations of a key, newest first.',
  params: IdParams,
  query: ListQuery,
  output: RotationList,
  handler: ({ ctx, params, query }) => listRotations(ctx, params.id, query),
})

export const POST = route({
  action: 'key.rotate',
  summary:
    'Tests a new value live and makes it current where its provider accepts it; the old one stays valid for the overlap. With rehearse nothing is changed.',
  params: IdParams,
  body: StartRotationInput,
  output: Rotation,
  status: 201,
  perMinute: 60,
  handler: ({ ctx, params, body }) => startRotation(ctx, params.id, body),
})
