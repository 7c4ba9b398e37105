import { decode } from 'next-auth/jwt'
import type { MemberActor } from '#lib/context'
import { runtime } from '#lib/server/runtime'
import { findSession } from '#lib/sessions/find-session'

/** `__Host-` binds the cookie to this very host over TLS; browsers refuse that name on plain http. */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-claviger.session' : 'claviger.session'
}

export function isSecure(): boolean {
  return runtime().env.url.startsWith('https:')
}

export function sessionSecret(): string {
  return runtime().keyring.derive('session').toString('base64')
}

/** The member whose browser sent this cookie header, if the session that it names still counts. Null otherwise. */
export async function sessionActor(cookieHeader: string | null): Promise<MemberActor | null> {
  const token = cookieHeader && readCookie(cookieHeader, sessionCookieName())
  const payload = token ? await decode({ token, secret: sessionSecret() }).catch(() => null) : null
  return typeof payload?.sid === 'string' ? findSession(payload.sid) : null
}

function readCookie(header: string, name: string): string | undefined {
  return header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}
