import { findExposure } from '#lib/exposure/find-exposure'
import { Exposure } from '#lib/exposure/schema'
import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'

export const GET = route({
  action: 'key.expose',
  summary: 'Who had a value of this key within 90 days and from where, who may get it, and which keys hold the same.',
  params: IdParams,
  output: Exposure,
  handler: ({ ctx, params }) => findExposure(ctx, params.id),
})
