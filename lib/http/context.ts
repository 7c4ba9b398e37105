import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { authenticateScopedKey } from '#lib/scoped-keys/authenticate-scoped-key'
import { authenticateToken } from '#lib/tokens/authenticate-token'
import { ADDRESS_HEADER } from './address-header.ts'
import { sessionActor } from './session.ts'

export const ANONYMOUS = { type: 'anonymous', id: 'anonymous', name: 'anonymous' } as const

/** Who is asking, looked up in the database now: a bearer token or scoped key first, else the session cookie. Never throws for a bad one. */
export async function contextOf(headers: Headers): Promise<Context> {
  const address = headers.get(ADDRESS_HEADER)
  const bearer = /^Bearer\s+(\S{1,200})$/i.exec(headers.get('authorization') ?? '')?.[1]
  const actor = headers.has('authorization')
    ? bearer && ((await authenticateToken(bearer, address)) ?? (await authenticateScopedKey(bearer, address)))
    : await sessionActor(headers.get('cookie'))
  return { actor: actor || ANONYMOUS, address, requestId: newId('req') }
}
