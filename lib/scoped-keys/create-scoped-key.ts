import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { findEnvironmentScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import { refuseBySwitch } from '#lib/access/refuse-by-switch'
import type { Context } from '#lib/context'
import { AppError, invalid } from '#lib/errors'
import { newId } from '#lib/ids'
import { mintBearer } from '#lib/vault/bearer'
import { CreateScopedKeyInput, longestLifeDays, type NewScopedKey } from './schema.ts'
import { SCOPED_KEY_INCLUDE, toScopedKey } from './scoped-key-row.ts'

const DAY_MS = 86_400_000

/**
 * A scoped key of the member who asks. The secret is in this answer alone. It reaches what its maker reaches at each use,
 * so that it can never do more. `invalid` for a life longer than the environment allows, or, where that is protected,
 * for want of a reason.
 */
export async function createScopedKey(ctx: Context, given: CreateScopedKeyInput): Promise<NewScopedKey> {
  const input = CreateScopedKeyInput.parse(given)
  const { projectId, environmentId } = await findEnvironmentScope(input.project, input.environment)
  const target = { type: 'scoped_key', id: 'new', name: input.name }
  const subject = { projectId, environmentId, target }
  const grant = await authorize(ctx, 'scoped_key.create', { projectId, environmentId, subject })
  if (ctx.actor.type !== 'member') throw new AppError('forbidden', 'Only a member makes scoped keys: each has a maker.')
  const environment = await read(grant).environment.findUniqueOrThrow({ where: { id: environmentId } })
  const most = longestLifeDays(environment)
  if (input.expiresInDays > most)
    throw invalid('expiresInDays', `Scoped keys of ${environment.name} live ${most} days at most.`)
  if (environment.protected && !input.reason)
    throw invalid('reason', 'This environment is protected: say what the key is for.')
  await refuseBySwitch(grant, environment, input.reason)
  const { secret, hash, tail } = mintBearer('key')
  const id = newId('sck')
  const { name, keyNames, actions, addresses, maxUses, reason } = input
  const expiresAt = new Date(Date.now() + input.expiresInDays * DAY_MS)
  const scope = { keyNames, actions, addresses, maxUses }
  const row = await commit(grant, async (tx) => {
    const result = await tx.scopedKey.create({
      data: {
        id,
        ...scope,
        name,
        memberId: ctx.actor.id,
        projectId,
        environmentId,
        expiresAt,
        reason: reason ?? null,
        secrets: { create: { id: newId('scs'), hash, tail } },
      },
      include: SCOPED_KEY_INCLUDE,
    })
    const after = { ...scope, expiresAt: expiresAt.toISOString() }
    return { result, event: { target: { ...target, id }, reason, after } }
  })
  return { ...toScopedKey(row), secret }
}
