import { authorize } from '#lib/access/authorize'
import { commit, type Transaction } from '#lib/access/commit'
import { identify } from '#lib/access/identify'
import type { Context, SystemActor } from '#lib/context'
import { AppError, notFound } from '#lib/errors'
import { hashBearer } from '#lib/vault/bearer'
import { hashPassword } from '#lib/vault/password'
import { EMAIL_TAKEN, insertMember, lockFirstMember } from './insert-member.ts'
import type { CreateFirstAdminInput, Member } from './schema.ts'

const SETUP_LINK: SystemActor = { type: 'system', id: 'system', name: 'set-up link' }

/** Makes the owner, for whoever holds the link that the first start printed. There is nothing here once a member exists. */
export async function createFirstAdmin(ctx: Context, input: CreateFirstAdminInput): Promise<Member> {
  if ((await identify().member.count()) > 0) throw notFound()
  const open = { hash: hashBearer('setup', input.token) ?? new Uint8Array(), ...openLink() }
  if (!(await identify().invitation.findFirst({ where: open, select: { id: true } }))) throw badLink()
  const { email, name } = input
  const passwordHash = await hashPassword(input.password)
  const grant = await authorize({ ...ctx, actor: SETUP_LINK }, 'member.create')
  return commit(
    grant,
    async (tx) => {
      if (!(await lockFirstMember(tx)).isFirst) throw notFound()
      await useLink(tx, open)
      return insertMember(tx, { email, name, role: 'owner', passwordHash })
    },
    EMAIL_TAKEN,
  )
}

function openLink() {
  return { kind: 'first_admin', usedAt: null, expiresAt: { gt: new Date() } }
}

async function useLink(tx: Transaction, where: ReturnType<typeof openLink> & { hash: Uint8Array<ArrayBuffer> }) {
  const { count } = await tx.invitation.updateMany({ where, data: { usedAt: new Date() } })
  if (count === 0) throw badLink()
}

function badLink(): AppError {
  return new AppError(
    'unauthenticated',
    'This is not the link that was printed last, or it is older than a day. Start Claviger again for a new one.',
  )
}
