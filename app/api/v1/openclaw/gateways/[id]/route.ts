import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { disconnectGateway } from '#lib/openclaw/disconnect-gateway'

export const DELETE = route({
  action: 'openclaw.disconnect',
  summary: 'Ends that a gateway is told of changes, and forgets its token.',
  params: IdParams,
  handler: ({ ctx, params }) => disconnectGateway(ctx, params.id),
})
