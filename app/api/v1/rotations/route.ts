import { route } from '#lib/http/route'
import { listAllRotations } from '#lib/rotations/list-all-rotations'
import { KeyRotationList, ListAllRotationsQuery } from '#lib/rotations/schema'

export const GET = route({
  action: 'key.list',
  summary: 'The rotations of all keys that the caller sees, newest first: those under way, or those that have ended.',
  query: ListAllRotationsQuery,
  output: KeyRotationList,
  handler: ({ ctx, query }) => listAllRotations(ctx, query),
})
