import { findActorBySession } from '#lib/access/find-actor'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { newId } from '#lib/ids'
import { createAdmin } from '#lib/members/create-admin'
import { createMember } from '#lib/members/create-member'
import { endSession } from '#lib/sessions/end-session'
import { signIn } from '#lib/sessions/sign-in'

/** Roles, not persons: everybody at the demo signs in with the same password. */
export const people = {
  owner: { name: 'The owner', email: 'owner@example.test' },
  admin: { name: 'The admin', email: 'admin@example.test' },
  developer: { name: 'The developer', email: 'developer@example.test' },
  auditor: { name: 'The auditor', email: 'auditor@example.test' },
} as const
export type Who = keyof typeof people

const ADDRESS = '127.0.0.1'
const operator: Context = {
  actor: { type: 'operator', id: 'operator', name: 'demo' },
  address: null,
  requestId: newId('req'),
}
const nobody: Context = {
  actor: { type: 'anonymous', id: 'anonymous', name: 'anonymous' },
  address: ADDRESS,
  requestId: newId('req'),
}

/** Makes the members; the answer is the developer's id, whom environments are given to. */
export async function admitPeople(password: string): Promise<string> {
  await createAdmin(operator, { ...people.owner, password })
  const owner = await arrive('owner', password)
  await createMember(await owner.ask(), { ...people.admin, role: 'admin', password })
  await createMember(await owner.ask(), { ...people.auditor, role: 'auditor', password })
  const { id } = await createMember(await owner.ask(), { ...people.developer, role: 'member', password })
  await owner.leave()
  return id
}

/** Somebody who is signed in: each request with the rights that they have at that moment. */
export interface Person {
  ask(): Promise<Context>
  leave(): Promise<void>
}

export async function arrive(who: Who, password: string): Promise<Person> {
  const sessionId = await signIn(nobody, { email: people[who].email, password }, 'Claviger demo')
  const ask = async (): Promise<Context> => {
    const found = await findActorBySession(sessionId)
    if (!found) throw new AppError('unauthenticated', `The demo could not sign in as ${people[who].name}.`)
    return { actor: found.actor, address: ADDRESS, requestId: newId('req') }
  }
  return { ask, leave: async () => endSession(await ask(), sessionId) }
}
