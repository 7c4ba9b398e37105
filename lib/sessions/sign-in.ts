import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { countTry, forgetTries } from '#lib/access/count-try'
import { identify } from '#lib/access/identify'
import { prefixOf } from '#lib/access/prefix-of'
import type { AnonymousActor, Context, MemberActor, SystemActor } from '#lib/context'
import type { Member } from '#lib/db/generated/client'
import { AppError } from '#lib/errors'
import { newId } from '#lib/ids'
import { verifyPassword } from '#lib/vault/password'
import type { SignInInput } from './schema.ts'

const SESSION_MS = 12 * 60 * 60 * 1000
const TRIES_PER_NAME = 5
const TRIES_PER_NETWORK = 50
const ANONYMOUS: AnonymousActor = { type: 'anonymous', id: 'anonymous', name: 'anonymous' }
/** Who asks before anybody is known. */
const SIGN_IN: SystemActor = { type: 'system', id: 'system', name: 'sign-in' }

/**
 * Opens a session for an email and a password: answers with its id. The same `unauthenticated`, after the same time, for
 * an unknown email, a wrong password and a disabled member; `rate_limited` after 5 tries per email and network, or 50
 * per network, until 15 minutes have passed. Every try that is not refused leaves an event.
 */
export async function signIn(ctx: Context, input: SignInInput, userAgent: string | null): Promise<string> {
  const email = input.email.normalize('NFKC').trim().toLowerCase()
  const network = `sign-in:${prefixOf(ctx.address)}`
  const name = `${network}:${email}`
  await countTries(ctx, network, name)
  const member = email.includes('\0') ? null : await identify().member.findUnique({ where: { email } })
  const isRight = await verifyPassword(member?.passwordHash ?? null, input.password)
  if (!member || !isRight || member.disabledAt) return refuse(ctx, member)
  const sessionId = await openSession(ctx, member, userAgent)
  await forgetTries({ forget: name, uncount: network })
  return sessionId
}

/** What is refused unlooked is summed, like everything that is refused to nobody in particular. */
async function countTries(ctx: Context, network: string, name: string): Promise<void> {
  try {
    await countTry(network, TRIES_PER_NETWORK)
    await countTry(name, TRIES_PER_NAME)
  } catch (error) {
    await authorize({ ...ctx, actor: ANONYMOUS }, 'session.create').catch(() => {})
    throw error
  }
}

async function openSession(ctx: Context, member: Member, userAgent: string | null): Promise<string> {
  const { id: memberId, name, email, role } = member
  const id = newId('ses')
  const via = { type: 'session', id } as const
  const actor: MemberActor = { type: 'member', id: memberId, name, email, role, grants: new Map(), via }
  const grant = await authorize({ ...ctx, actor }, 'session.create')
  const expiresAt = new Date(Date.now() + SESSION_MS)
  const data = { id, memberId, expiresAt, address: ctx.address, userAgent: userAgent?.slice(0, 500) ?? null }
  return commit(grant, async (tx) => {
    const unchanged = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM members WHERE id = ${memberId} AND password_hash = ${member.passwordHash} AND disabled_at IS NULL FOR SHARE`
    if (unchanged.length === 0) throw wrong()
    await tx.session.create({ data })
    return { result: id, event: { target: { type: 'member', id: memberId, name } } }
  })
}

/** Names the member who was tried, never what was typed: people type passwords where emails belong. */
async function refuse(ctx: Context, member: Member | null): Promise<never> {
  const grant = await authorize({ ...ctx, actor: SIGN_IN }, 'session.create')
  const target = { type: 'member', id: member?.id ?? 'unknown', name: member?.name ?? 'unknown' }
  await commit(grant, async () => ({ result: undefined, event: { target, outcome: 'failed' } }))
  throw wrong()
}

function wrong(): AppError {
  return new AppError('unauthenticated', 'This email and password do not belong together. Check both and try again.')
}
