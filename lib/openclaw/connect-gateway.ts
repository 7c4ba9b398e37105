import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { findEnvironmentScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, invalid } from '#lib/errors'
import { newId } from '#lib/ids'
import { parseUrl } from '#lib/outbound/check-url'
import { runtime } from '#lib/server/runtime'
import { environmentTag, LIVE_KEYS, toGateway } from './gateway-row.ts'
import { sealGatewayToken } from './gateway-token.ts'
import type { ConnectGatewayInput, Gateway } from './schema.ts'
import { tellGateway } from './tell-gateway.ts'

/**
 * Has a gateway told of the changes of an environment from now on, once it was told and took it: where that fails nothing
 * is kept, and `upstream` says why. Its token is full access to that gateway, and is kept encrypted.
 */
export async function connectGateway(ctx: Context, input: ConnectGatewayInput): Promise<Gateway> {
  const scope = await findEnvironmentScope(input.project, input.environment)
  const { projectId, environmentId } = scope
  const id = newId('ocg')
  const target = { type: 'gateway', id: 'new', name: input.name }
  const grant = await authorize(ctx, 'openclaw.connect', { ...scope, subject: { projectId, environmentId, target } })
  const parsed = parseUrl(input.url)
  if ('refused' in parsed) throw invalid('url', parsed.refused)
  const url = new URL(input.url).origin
  const environment = await read(grant).environment.findUniqueOrThrow({
    where: { id: environmentId },
    select: { keys: LIVE_KEYS },
  })
  const tag = environmentTag(environment.keys)
  const problem = await tellGateway({ url, token: input.token, revision: `${tag} ${id}` }, runtime().outbound)
  if (problem) throw new AppError('upstream', `${problem} Nothing was kept.`)
  const now = new Date()
  const row = await commit(grant, async (tx) => {
    const place = { id, projectId, environmentId }
    const result = await tx.openClawGateway.create({
      data: {
        ...place,
        name: input.name,
        url,
        sealed: sealGatewayToken(place, input.token),
        toldTag: tag,
        toldAt: now,
        triedAt: now,
      },
    })
    return { result, event: { target: { ...target, id }, after: { url } } }
  })
  return toGateway(row, tag)
}
