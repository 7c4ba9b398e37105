import { route } from '#lib/http/route'
import { connectGateway } from '#lib/openclaw/connect-gateway'
import { listGateways } from '#lib/openclaw/list-gateways'
import { ConnectGatewayInput, Gateway, GatewayList, ListGatewaysQuery } from '#lib/openclaw/schema'

export const GET = route({
  action: 'openclaw.list_gateways',
  summary: 'The gateways of OpenClaw that are told of changes of an environment, and whether each knows all of them.',
  query: ListGatewaysQuery,
  output: GatewayList,
  handler: ({ ctx, query }) => listGateways(ctx, query),
})

export const POST = route({
  action: 'openclaw.connect',
  summary:
    'Has a gateway told of changes within seconds, through its plugin admin-http-rpc. Its token is full access to it, and is kept encrypted.',
  body: ConnectGatewayInput,
  output: Gateway,
  status: 201,
  perMinute: 30,
  handler: ({ ctx, body }) => connectGateway(ctx, body),
})
