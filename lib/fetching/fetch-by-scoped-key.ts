import { authorize } from '#lib/access/authorize'
import { coversName } from '#lib/access/covers-name'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { findScopedKey } from '#lib/scoped-keys/authenticate-scoped-key'
import type { Asked, Fetched } from './fetch-values.ts'
import { openReached } from './open-reached.ts'
import { requireNames } from './require-names.ts'
import { tagOf } from './tag-of.ts'

/** A program that asks: the secret that it presents, and where from. */
export interface Program {
  secret: string
  address: string | null
  /** What it calls itself. */
  agent: string | null
}

/**
 * The values that a scoped key reaches. `unauthenticated` for one that works no more, or not from here, with the reason;
 * `not_found` for another environment than its own and for names that it does not reach.
 */
export async function fetchByScopedKey(program: Program, asked: Omit<Asked, 'reason'>): Promise<Fetched> {
  const { actor, found } = await findScopedKey(program.secret, program.address)
  const ctx: Context = { actor, address: program.address, requestId: newId('req') }
  const isItsOwn =
    found &&
    [found.project, found.actor.projectId].includes(asked.project) &&
    [found.environment, found.actor.environmentId].includes(asked.environment)
  const scope = isItsOwn ? { projectId: found.actor.projectId, environmentId: found.actor.environmentId } : {}
  const target = { type: 'environment', id: scope.environmentId ?? 'unknown', name: asked.environment }
  const grant = await authorize(ctx, 'value.fetch', { ...scope, subject: { ...scope, target } })
  const all = (found?.keys ?? []).map(([id, name, version]) => ({ id, name, version }))
  const reached = all.filter(({ name }) => coversName(found?.actor.keyNames ?? [], name))
  const keys = requireNames(reached, asked)
  const { previous = false } = asked
  const etag = tagOf(keys, { previous })
  const environmentId = scope.environmentId ?? ''
  if (asked.known?.includes(etag)) return { environmentId, etag, values: null }
  if (asked.opens === false) return { environmentId, etag, values: { values: {}, etag } }
  const values = await openReached(grant, { keys, previous, agent: program.agent })
  return { environmentId, etag, values: { values, etag } }
}
