import { authorize } from '#lib/access/authorize'
import { findEnvironmentScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { environmentTag, LIVE_KEYS, toGateway } from './gateway-row.ts'
import type { GatewayList, ListGatewaysQuery } from './schema.ts'

const MOST = 200

/** The gateways that are told of changes of an environment, and whether each knows all of them. */
export async function listGateways(ctx: Context, query: ListGatewaysQuery): Promise<GatewayList> {
  const scope = await findEnvironmentScope(query.project, query.environment)
  const grant = await authorize(ctx, 'openclaw.list_gateways', scope)
  const environment = await read(grant).environment.findUniqueOrThrow({
    where: { id: scope.environmentId },
    select: {
      keys: LIVE_KEYS,
      openClawGateways: { orderBy: { id: 'asc' }, take: MOST, omit: { sealed: true } },
    },
  })
  const tag = environmentTag(environment.keys)
  return { items: environment.openClawGateways.map((row) => toGateway(row, tag)), nextCursor: null }
}
