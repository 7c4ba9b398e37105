import { authorize } from '#lib/access/authorize'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Context } from '#lib/context'
import { KEY_STATUSES, type KeyStatus } from '#lib/keys/schema'
import { countExpiringScopedKeys } from './count-expiring-scoped-keys.ts'
import { countSharesTriedAgain } from './count-shares-tried-again.ts'
import { findAttention } from './find-attention.ts'
import { findHealth } from './find-health.ts'
import { findOpenRotations } from './find-open-rotations.ts'
import type { EnvironmentHealth, Overview } from './schema.ts'

/** What wants a person now, and how everything else stands, of what the caller sees. */
export async function findOverview(ctx: Context): Promise<Overview> {
  const grant = await authorize(ctx, 'key.list')
  const now = new Date()
  const seen = { environmentId: seenEnvironments(ctx.actor), deletedAt: null }
  const [found, environments, scopedKeysExpiring, sharesTriedAgain, rotationsWaiting] = await Promise.all([
    findAttention(grant, seen, now),
    findHealth(grant, seen, now),
    countExpiringScopedKeys(grant),
    countSharesTriedAgain(grant),
    findOpenRotations(grant, seen, now),
  ])
  return {
    ...found,
    scopedKeysExpiring,
    sharesTriedAgain,
    rotationsWaiting,
    environments,
    counts: countAll(environments),
  }
}

function countAll(environments: EnvironmentHealth[]): Overview['counts'] {
  const sum = (of: (environment: EnvironmentHealth) => number) =>
    environments.reduce((total, each) => total + of(each), 0)
  const byStatus = Object.fromEntries(KEY_STATUSES.map((status) => [status, sum((each) => each.byStatus[status])]))
  return {
    projects: new Set(environments.map(({ projectId }) => projectId)).size,
    environments: environments.length,
    keys: sum(({ keyCount }) => keyCount),
    byStatus: byStatus as Record<KeyStatus, number>,
  }
}
