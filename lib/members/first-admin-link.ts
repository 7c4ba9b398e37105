import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { runtime } from '#lib/server/runtime'
import { mintBearer } from '#lib/vault/bearer'

const LINK_MS = 24 * 60 * 60 * 1000

/** While nobody is a member: a link, good once and for 24 hours, to make the first account. Older links stop working. */
export async function firstAdminLink(): Promise<string | null> {
  const ctx: Context = {
    actor: { type: 'system', id: 'system', name: 'start' },
    address: null,
    requestId: newId('req'),
  }
  const grant = await authorize(ctx, 'member.invite')
  if ((await read(grant).member.count()) > 0) return null
  const { secret, hash } = mintBearer('setup')
  const expiresAt = new Date(Date.now() + LINK_MS)
  const id = newId('inv')
  await commit(grant, async (tx) => {
    await tx.invitation.deleteMany({ where: { kind: 'first_admin', usedAt: null } })
    await tx.invitation.create({ data: { id, kind: 'first_admin', hash, role: 'owner', expiresAt } })
    const target = { type: 'invitation', id, name: 'first admin' }
    return { result: undefined, event: { target, after: { role: 'owner', expiresAt: expiresAt.toISOString() } } }
  })
  return `${runtime().env.url}/setup#${secret}`
}
