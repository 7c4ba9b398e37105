import { createHash } from 'node:crypto'
import { authorize } from '#lib/access/authorize'
import { commitEvent } from '#lib/access/commit'
import { commitUses } from '#lib/access/commit-uses'
import { coversName } from '#lib/access/covers-name'
import { findEnvironmentScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, invalid } from '#lib/errors'
import { openVersion } from '#lib/keys/open-version'
import type { FetchedValues } from './schema.ts'

interface Asked {
  project: string
  environment: string
  /** All that the caller reaches where it is left out. */
  names?: string[] | undefined
  reason?: string | undefined
  /** The tag of what the caller has already. */
  known?: string | undefined
}

/**
 * The current values of an environment, or null where the caller has them already: then nothing is opened and nothing
 * written. One audit event names every key and version, and is committed before anything is opened. A name that is not
 * there, or not reached, is `not_found`; keys that were revoked are left out.
 */
export async function fetchValues(ctx: Context, asked: Asked): Promise<FetchedValues | null> {
  const { projectId, environmentId } = await findEnvironmentScope(asked.project, asked.environment)
  const target = { type: 'environment', id: environmentId, name: asked.environment }
  const subject = { projectId, environmentId, target }
  const grant = await authorize(ctx, 'value.fetch', { projectId, environmentId, subject })
  const environment = await read(grant).environment.findUniqueOrThrow({
    where: { id: environmentId },
    include: {
      keys: {
        where: { deletedAt: null, revokedAt: null, ...(asked.names ? { name: { in: asked.names } } : {}) },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        include: { versions: { where: { state: 'current' } } },
      },
    },
  })
  const { actor } = ctx
  const reached = environment.keys.filter(({ name }) => actor.type !== 'scoped_key' || coversName(actor.keyNames, name))
  const missing = (asked.names ?? []).filter((name) => !reached.some((key) => key.name === name))
  if (missing.length > 0)
    throw new AppError('not_found', `There is no key ${missing.join(', ')} here, or it is not shared with you.`)
  const etag = tagOf(environmentId, reached)
  if (asked.known === etag) return null
  if (actor.type !== 'scoped_key') {
    if (environment.protected && !asked.reason)
      throw invalid('reason', 'This environment is protected: say why you need the values, or use a scoped key.')
    if (environment.requireStepUp || environment.requireApproval) {
      const code = environment.requireStepUp ? 'step_up_required' : 'approval_required'
      await commitEvent(grant, { outcome: 'failed', reason: asked.reason, after: { refused: code } })
      throw new AppError(code, 'This environment asks for more than a role before a value may leave it.')
    }
  }
  const uses = reached.map(({ id, version }) => ({ keyId: id, version }))
  const keys = Object.fromEntries(reached.map(({ name, version }) => [name, version]))
  await commitUses(grant, 'fetch', uses, { reason: asked.reason, after: { keys } })
  const values = reached.flatMap(({ versions: [version], ...key }) =>
    version ? [[key.name, { value: openVersion(key, version), version: version.number }] as const] : [],
  )
  return { values: Object.fromEntries(values), etag }
}

/** Changes with every name and version that the caller reaches. */
function tagOf(environmentId: string, keys: { id: string; name: string; version: number }[]): string {
  const seen = JSON.stringify([environmentId, ...keys.map(({ id, name, version }) => [id, name, version])])
  return `"${createHash('sha256').update(seen).digest('base64url').slice(0, 22)}"`
}
