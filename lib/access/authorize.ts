import { type AuditSubject, auditEntry } from '#lib/audit/event'
import { record } from '#lib/audit/record'
import type { Context, MemberActor, ScopedKeyActor } from '#lib/context'
import { AppError, notFound } from '#lib/errors'
import { isId } from '#lib/ids'
import { runtime } from '#lib/server/runtime'
import { coversName } from './covers-name.ts'
import { type Action, may, policy, type Rule, reaches, roleIn, SCOPED_ACTIONS } from './policy.ts'
import { prefixOf } from './prefix-of.ts'

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
  const refusal = refuse(ctx, action, scope)
  if (!refusal) return { ctx, action, scope } as Grant<A>
  await recordRefusal(ctx, action, scope)
  throw refusal
}

function refuse(ctx: Context, action: Action, scope: Scope): AppError | null {
  const { actor } = ctx
  if (actor.type === 'operator' || actor.type === 'system') return null
  if (actor.type === 'anonymous')
    return new AppError('unauthenticated', actor.refusal ?? 'Sign in, or send a valid token.')
  if (actor.type === 'scoped_key') return refuseScopedKey(actor, action, scope)
  const rule: Rule = policy[action]
  if (rule.on === 'installation') return rule.roles.includes(actor.role) ? null : forbidden(rule)
  if (rule.on === 'anywhere' && !scope.environmentId && !scope.environmentIds) {
    return may(actor, action) ? null : forbidden(rule)
  }
  return refuseInEnvironments(actor, rule, scope)
}

/** What it was not given is refused, whatever its maker may; and what it was given, where its maker may it no more. */
function refuseScopedKey(actor: ScopedKeyActor, action: Action, scope: Scope): AppError | null {
  const isGiven = actor.actions.some((given) => (SCOPED_ACTIONS[given] as readonly Action[]).includes(action))
  const rule: Rule = policy[action]
  if (!isGiven || rule.on !== 'environment') return new AppError('forbidden', 'This scoped key was not made for this.')
  if (scope.environmentId !== actor.environmentId) return notFound()
  if (scope.keyName !== undefined && !coversName(actor.keyNames, scope.keyName)) return notFound()
  return refuseInEnvironments(actor.maker, rule, { environmentId: actor.environmentId })
}

function refuseInEnvironments(
  actor: Pick<MemberActor, 'role' | 'grants'>,
  rule: Exclude<Rule, { on: 'installation' }>,
  scope: Scope,
) {
  const ids = scope.environmentIds ?? (scope.environmentId ? [scope.environmentId] : [])
  const roles = ids.map((id) => roleIn(actor, id))
  if (roles.every((role) => role === null)) return notFound()
  const reached = roles.map((role) => reaches(role, rule.atLeast))
  return (rule.on === 'project' ? reached.every(Boolean) : reached.some(Boolean)) ? null : forbidden(rule)
}

function forbidden(rule: Rule): AppError {
  return new AppError('forbidden', `Your role does not allow this. ${rule.says}`)
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
