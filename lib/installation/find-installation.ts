import { authorize } from '#lib/access/authorize'
import type { Context } from '#lib/context'
import { checkNode } from '#lib/doctor/check-node'
import { findRecovery } from '#lib/recovery/find-recovery'
import { runtime } from '#lib/server/runtime'
import manifest from '../../package.json' with { type: 'json' }
import type { Installation } from './schema.ts'

/** What an about page tells: version, custody and whatever wants attention on this machine. */
export async function findInstallation(ctx: Context): Promise<Installation> {
  await authorize(ctx, 'installation.find')
  const { env, keyring, startedAt } = runtime()
  const { made: isMade, confirmedAt } = await findRecovery(ctx)
  const node = checkNode()
  return {
    version: manifest.version,
    url: env.url,
    startedAt: startedAt.toISOString(),
    uptimeSeconds: Math.floor((Date.now() - startedAt.getTime()) / 1000),
    database: env.databaseUrl ? 'own' : 'embedded',
    sealId: keyring.sealId,
    recoveryKey: { isMade, confirmedAt: confirmedAt?.toISOString() ?? null },
    node: { version: process.versions.node, warning: node.status === 'ok' ? null : node.sentence },
  }
}
