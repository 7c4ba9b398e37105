import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { endShare } from '#lib/shares/end-share'

export const DELETE = route({
  action: 'share.end',
  summary: 'Ends a link of the caller’s before it is opened.',
  params: IdParams,
  handler: ({ ctx, params }) => endShare(ctx, params.id),
})
