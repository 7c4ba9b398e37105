import { authorize, type Grant } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { identify } from '#lib/access/identify'
import type { Context, SystemActor } from '#lib/context'
import type { Share } from '#lib/db/generated/client'
import { AppError } from '#lib/errors'
import { hashBearer } from '#lib/vault/bearer'
import { openByLink } from '#lib/vault/share-seal'
import type { OpenedShare, OpenShareInput } from './schema.ts'

const SHARE_LINK: SystemActor = { type: 'system', id: 'system', name: 'share link' }

/**
 * The value that a link holds, once: of two at the same moment one gets it. `unauthenticated` for a link that is not
 * whole, has expired or was ended; `conflict` for one that was opened before, which its maker is told of.
 */
export async function openShare(ctx: Context, { token }: OpenShareInput): Promise<OpenedShare> {
  const hash = hashBearer('shr', token)
  // A link is worth no more than its maker is now.
  const row = hash && (await identify().share.findUnique({ where: { hash, member: { disabledAt: null } } }))
  if (!row) throw badLink()
  const target = { type: 'share', id: row.id, name: row.name }
  const place = { projectId: row.projectId ?? undefined, environmentId: row.environmentId ?? undefined }
  const grant = await authorize({ ...ctx, actor: SHARE_LINK }, 'share.open', { subject: { ...place, target } })
  if (row.openedAt) throw await openedBefore(grant, row)
  const isFirst = await commit(grant, async (tx) => {
    const { count } = await tx.share.updateMany({
      where: { id: row.id, openedAt: null, endedAt: null, expiresAt: { gt: new Date() } },
      data: { openedAt: new Date(), openedAddress: ctx.address, sealed: new Uint8Array() },
    })
    return { result: count === 1, event: { outcome: count === 1 ? 'allowed' : 'failed' } }
  })
  if (isFirst) return { name: row.name, value: openByLink(token, row.id, row.sealed) }
  const now = await identify().share.findUnique({ where: { id: row.id } })
  throw now?.openedAt ? await openedBefore(grant, now) : badLink()
}

async function openedBefore(grant: Grant, { id, openedAt }: Share): Promise<AppError> {
  await commit(grant, async (tx) => {
    await tx.share.update({ where: { id }, data: { triedAgain: { increment: 1 }, triedAgainAt: new Date() } })
    return { result: undefined, event: { outcome: 'failed', after: { openedBefore: true } } }
  })
  const at = openedAt?.toISOString().slice(0, 16).replace('T', ' ')
  return new AppError(
    'conflict',
    `This link was opened before, on ${at} UTC. If that was not you, somebody else has read the value: tell whoever sent it, who has been warned.`,
  )
}

function badLink(): AppError {
  return new AppError(
    'unauthenticated',
    'This link is not whole, was ended, or has expired. Ask whoever sent it for another.',
  )
}
