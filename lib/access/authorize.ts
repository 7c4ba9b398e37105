import { type AuditSubject, auditEntry } from '#lib/audit/event'
import { record } from '#lib/audit/record'
import type { Context } from '#lib/context'
import { isId } from '#lib/ids'
import { runtime } from '#lib/server/runtime'
import type { Action } from './policy.ts'
import { prefixOf } from './prefix-of.ts'
import { refuse } from './refuse.ts'

export interface Scope {
  environmentId?: string
  projectId?: string
  /** All environments of the project, where the rule asks for them. */
  environmentIds?: string[]
  /** The key that it is about: a scoped key may be limited to some. */
  keyName?: string
  /** What is asked for, so that a refusal can be read later. */
  subject?: AuditSubject
}

declare const granted: unique symbol
/** Proof that the policy allowed this action here. Only `authorize` makes one; only a Grant opens the database. */
export interface Grant<A extends Action = Action> {
  readonly ctx: Context
  readonly action: A
  readonly scope: Scope
  readonly [granted]: true
}

/**
 * Looks in the policy table. Allowed: a Grant. Refused: the refusal is recorded and an AppError thrown:
 * `unauthenticated`, `not_found` for a thing that the caller may not even see, else `forbidden`.
 */
export async function authorize<A extends Action>(ctx: Context, action: A, scope: Scope = {}): Promise<Grant<A>> {
  const refusal = refuse(ctx.actor, action, scope)
  if (!refusal) return { ctx, action, scope } as Grant<A>
  await recordRefusal(ctx, action, scope)
  throw refusal
}

async function recordRefusal(ctx: Context, action: Action, scope: Scope): Promise<void> {
  const { db, keyring } = runtime()
  if (ctx.actor.type === 'anonymous') {
    await db.$executeRaw`INSERT INTO anonymous_denials (route, address, minute) VALUES (${action}, ${prefixOf(ctx.address)}, date_trunc('minute', now()))
      ON CONFLICT (route, address, minute) DO UPDATE SET count = anonymous_denials.count + 1`
    return
  }
  const subject = { projectId: scope.projectId, environmentId: scope.environmentId, ...known(scope.subject) }
  await record(db, keyring.chainKey, auditEntry(ctx, action, 'denied', subject))
}

/** In place of the id of something, people paste its value too: what has not the form of our ids is not written down. */
function known({ target, keyId, ...rest }: AuditSubject = {}): AuditSubject {
  const isOurs = !target || isId(target.id) || target.id === 'new'
  return {
    ...rest,
    ...(target ? { target: isOurs ? target : { ...target, id: 'unknown', name: 'unknown' } } : {}),
    ...(keyId && isId(keyId) ? { keyId } : {}),
  }
}
