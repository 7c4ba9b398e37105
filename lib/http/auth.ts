import NextAuth, { type AuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import type { Context } from '#lib/context'
import { AppError, isAppError } from '#lib/errors'
import { newId } from '#lib/ids'
import { endSession } from '#lib/sessions/end-session'
import { findSession } from '#lib/sessions/find-session'
import { SignInInput } from '#lib/sessions/schema'
import { signIn } from '#lib/sessions/sign-in'
import { ADDRESS_HEADER } from './address-header.ts'
import { ANONYMOUS } from './context.ts'
import { problem } from './problem.ts'
import { requireSameOrigin } from './same-origin.ts'
import { isSecure, sessionCookieName, sessionSecret } from './session.ts'

const SESSION_SECONDS = 12 * 60 * 60
const BODY_BYTES = 16 * 1024
const ACTIONS = ['csrf', 'callback', 'signin', 'signout', 'session', 'providers', 'error']

type NextAuthContext = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own routes, the one exemption from `route()`: it reads cookies and bodies itself. Guarded here instead. */
export async function handleAuth(request: Request, context: NextAuthContext): Promise<Response> {
  try {
    const { nextauth } = await context.params
    if (!ACTIONS.includes(nextauth[0] ?? '')) throw new AppError('not_found', 'There is nothing here.')
    if (request.method !== 'GET') requireSmallOwnRequest(request)
    const response: Response = await NextAuth(request as never, context as never, authOptions())
    response.headers.set('cache-control', 'no-store')
    return response
  } catch (error) {
    return problem(error)
  }
}

/** next-auth reads a body to its end, so its length has to be said beforehand. */
function requireSmallOwnRequest({ headers }: Request): void {
  requireSameOrigin(headers)
  const length = headers.get('content-length')
  if (length === null || !(Number(length) <= BODY_BYTES))
    throw new AppError('too_large', 'This is more than a sign-in needs.')
}

/** next-auth with one job: to carry an opaque session id in an encrypted cookie. Everything else is looked up. */
export function authOptions(): AuthOptions {
  return {
    secret: sessionSecret(),
    useSecureCookies: isSecure(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: cookies(),
    providers: [Credentials({ credentials: { email: {}, password: {} }, authorize: checkPassword })],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user?.id ?? token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => safeRedirect(url, baseUrl),
    },
    events: { signOut: ({ token }) => signOut(token.sid) },
  }
}

function cookies(): AuthOptions['cookies'] {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const
  const named = (name: string) => ({ name: `${isSecure() ? '__Host-' : ''}claviger.${name}`, options })
  return {
    sessionToken: { name: sessionCookieName(), options },
    csrfToken: named('csrf'),
    callbackUrl: named('return'),
  }
}

/** Null makes next-auth answer "wrong"; a thrown sentence is shown as it is. */
async function checkPassword(credentials: unknown, request: { headers?: Record<string, string> }) {
  const input = SignInInput.safeParse(credentials)
  if (!input.success) return null
  const address = request.headers?.[ADDRESS_HEADER] ?? null
  const ctx: Context = { actor: ANONYMOUS, address, requestId: newId('req') }
  try {
    return { id: await signIn(ctx, input.data, request.headers?.['user-agent'] ?? null) }
  } catch (error) {
    if (isAppError(error) && error.code === 'unauthenticated') return null
    throw new Error(isAppError(error) ? error.message : 'Signing in is not possible at the moment. Try again.')
  }
}

async function signOut(sid: unknown): Promise<void> {
  const actor = typeof sid === 'string' ? await findSession(sid) : null
  if (actor) await endSession({ actor, address: null, requestId: newId('req') }, actor.via.id)
}

/** Only to a page of our own. */
export function safeRedirect(url: string, baseUrl: string): string {
  const target = URL.parse(url, baseUrl)
  return target?.origin === new URL(baseUrl).origin ? target.href : baseUrl
}
