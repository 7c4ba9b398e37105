import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { endSession } from '#lib/sessions/end-session'

export const DELETE = route({
  action: 'session.end',
  summary: 'Signs the caller out of one browser.',
  params: IdParams,
  handler: ({ ctx, params }) => endSession(ctx, params.id),
})
