import type { Actor, MemberActor, ScopedKeyActor } from '#lib/context'
import { AppError, notFound } from '#lib/errors'
import type { Scope } from './authorize.ts'
import { coversName } from './covers-name.ts'
import { type Action, may, policy, type Rule, SCOPED_ACTIONS } from './policy.ts'
import { reaches, roleIn } from './roles.ts'

type Place = Omit<Scope, 'subject' | 'projectId'>

/** What the policy table answers: null where this actor may do this here, else the reason for them. Asks nothing else. */
export function refuse(actor: Actor, action: Action, scope: Place): AppError | null {
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
function refuseScopedKey(actor: ScopedKeyActor, action: Action, scope: Place): AppError | null {
  const isGiven = actor.actions.some((given) => (SCOPED_ACTIONS[given] as readonly Action[]).includes(action))
  const rule: Rule = policy[action]
  if (rule.on === 'installation' && rule.scopedKeys) return null
  if (!isGiven || rule.on !== 'environment') return new AppError('forbidden', 'This scoped key was not made for this.')
  if (scope.environmentId !== actor.environmentId) return notFound()
  // A fetch names no key: it opens those that the scoped key covers.
  const isCovered =
    action === 'value.fetch' || (scope.keyName !== undefined && coversName(actor.keyNames, scope.keyName))
  if (!isCovered) return notFound()
  return refuseInEnvironments(actor.maker, rule, { environmentId: actor.environmentId })
}

function refuseInEnvironments(
  actor: Pick<MemberActor, 'role' | 'grants'>,
  rule: Exclude<Rule, { on: 'installation' }>,
  scope: Place,
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
