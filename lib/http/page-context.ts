import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Context, MemberActor } from '#lib/context'
import { contextOf } from './context.ts'

/** Who asks for a page: the same Context that its API calls will have. */
export async function pageContext(): Promise<Context> {
  const sent = await headers()
  const known = asked.get(sent) ?? contextOf(sent)
  asked.set(sent, known)
  return known
}

/** The Context of a member; anybody else is sent to sign in. */
export async function requireMember(): Promise<Context & { actor: MemberActor }> {
  const ctx = await pageContext()
  const { actor } = ctx
  return actor.type === 'member' ? { ...ctx, actor } : redirect('/sign-in')
}

/** A layout and its page ask once. */
const asked = new WeakMap<Headers, Promise<Context>>()
