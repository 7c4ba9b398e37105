import { authorize } from '#lib/access/authorize'
import { bySystem } from '#lib/access/by-system'
import { commitEvent } from '#lib/access/commit'
import { observe } from '#lib/access/observe'
import { read } from '#lib/access/read'
import type { OpenClawGateway } from '#lib/db/generated/client'
import { isAppError } from '#lib/errors'
import { runtime } from '#lib/server/runtime'
import { environmentTag, LIVE_KEYS } from './gateway-row.ts'
import { openGatewayToken } from './gateway-token.ts'
import { tellGateway } from './tell-gateway.ts'

/** After a try that failed. */
const PAUSE_MS = 60_000

/** Tells every gateway whose environment has changed since it was last told. One that fails is tried again after a minute. */
export async function tellChanges(now = new Date()): Promise<void> {
  const ctx = bySystem('Rotation push')
  const everywhere = await authorize(ctx, 'openclaw.tell')
  const rows = await read(everywhere).openClawGateway.findMany({
    where: {
      environment: { project: { deletedAt: null } },
      OR: [{ problem: null }, { triedAt: { lt: new Date(now.getTime() - PAUSE_MS) } }],
    },
    include: { environment: { select: { keys: LIVE_KEYS } } },
  })
  for (const { environment, ...row } of rows) {
    const tag = environmentTag(environment.keys)
    if (tag !== row.toldTag) await tell(row, tag, now)
  }
}

async function tell(row: OpenClawGateway, tag: string, now: Date): Promise<void> {
  const { id, name, projectId, environmentId } = row
  const subject = { projectId, environmentId, target: { type: 'gateway', id, name } }
  const grant = await authorize(bySystem('Rotation push'), 'openclaw.tell', { projectId, environmentId, subject })
  await commitEvent(grant, {})
  const problem = await telling(row, `${tag} ${id}`)
  const told = problem ? { problem: problem.slice(0, 500) } : { problem: null, toldTag: tag, toldAt: now }
  await observe((db) => db.openClawGateway.updateMany({ where: { id }, data: { triedAt: now, ...told } }))
}

/** A row that is damaged hinders no other gateway. */
async function telling(row: OpenClawGateway, revision: string): Promise<string | null> {
  try {
    const token = openGatewayToken(row, row.sealed)
    return await tellGateway({ url: row.url, token, revision }, runtime().outbound)
  } catch (error) {
    if (!isAppError(error)) throw error
    return error.message
  }
}
