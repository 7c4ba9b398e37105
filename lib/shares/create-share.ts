import { authorize } from '#lib/access/authorize'
import { authorizeKey } from '#lib/access/authorize-key'
import { commit } from '#lib/access/commit'
import { commitUse } from '#lib/access/commit-use'
import { readSealed } from '#lib/access/read-sealed'
import { refuseBySwitch } from '#lib/access/refuse-by-switch'
import type { Context } from '#lib/context'
import { AppError, invalid } from '#lib/errors'
import { newId } from '#lib/ids'
import { openVersion } from '#lib/keys/open-version'
import { runtime } from '#lib/server/runtime'
import { mintBearer } from '#lib/vault/bearer'
import { sealForLink } from '#lib/vault/share-seal'
import { CreateShareInput, type NewShare } from './schema.ts'
import { toShare } from './share-row.ts'

const HOUR_MS = 3_600_000

/**
 * Seals a value under a key that only the link holds. `invalid` for want of a reason where the environment of a key is
 * protected. The link is in this answer alone.
 */
export async function createShare(ctx: Context, given: CreateShareInput): Promise<NewShare> {
  const input = CreateShareInput.parse(given)
  if (ctx.actor.type !== 'member') throw new AppError('forbidden', 'Only a member shares values: each has a maker.')
  const grant = await authorize(ctx, 'share.create')
  const { value, ...about } = 'key' in input ? await openKey(ctx, input.key, input.reason) : ofNoKey(input)
  const { secret, hash } = mintBearer('shr')
  const id = newId('shr')
  const expiresAt = new Date(Date.now() + input.expiresInHours * HOUR_MS)
  const row = await commit(grant, async (tx) => {
    const isOver = { expiresAt: { lt: new Date() }, sealed: { not: new Uint8Array() } }
    await tx.share.updateMany({ where: isOver, data: { sealed: new Uint8Array() } })
    const result = await tx.share.create({
      data: {
        id,
        hash,
        memberId: ctx.actor.id,
        ...about,
        sealed: new Uint8Array(sealForLink(secret, id, value)),
        expiresAt,
      },
    })
    const target = { type: 'share', id, name: about.name }
    const place = { projectId: about.projectId ?? undefined, environmentId: about.environmentId ?? undefined }
    return { result, event: { ...place, target, after: { expiresAt: expiresAt.toISOString() } } }
  })
  return { ...toShare(row), url: `${runtime().env.url}/share#${secret}` }
}

interface Shared {
  value: string
  name: string
  keyId: string | null
  projectId: string | null
  environmentId: string | null
}

async function openKey(ctx: Context, id: string, reason: string | undefined): Promise<Shared> {
  const grant = await authorizeKey(ctx, 'key.share', id)
  const { version, environment, ...key } = await readSealed(grant, id)
  if (environment.protected && !reason)
    throw invalid('reason', 'This environment is protected: say whom the value is for.')
  await refuseBySwitch(grant, environment, reason)
  await commitUse(
    grant,
    { key, version: version.number, kind: 'share' },
    { reason, after: { version: version.number } },
  )
  const { projectId, environmentId } = key
  const name = grant.scope.subject?.target?.name ?? 'A key'
  return { value: openVersion(key, version), name, keyId: id, projectId, environmentId }
}

function ofNoKey({ value, name }: { value: string; name: string }): Shared {
  return { value, name, keyId: null, projectId: null, environmentId: null }
}
