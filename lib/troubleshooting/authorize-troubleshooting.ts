import { authorize, type Grant } from '#lib/access/authorize'
import { findScope } from '#lib/access/find-scope'
import type { Action } from '#lib/access/policy'
import type { Context } from '#lib/context'
import { findProvider } from '#lib/providers/catalog'

type RecordAction = Extract<Action, `troubleshooting.${'find' | 'edit' | 'test' | 'prove' | 'delete'}`>

/**
 * `authorize` for one record: of a stored key it stands where the key stands; of a pasted value it is its maker's alone,
 * and not found by anybody else, owners included.
 */
export async function authorizeTroubleshooting<A extends RecordAction>(
  ctx: Context,
  action: A,
  id: string,
): Promise<Grant<A>> {
  const scope = await findScope.troubleshooting(id)
  const name = scope ? (findProvider(scope.provider)?.name ?? scope.provider) : id
  const keyId = scope?.keyId ?? undefined
  const place = { projectId: scope?.projectId ?? undefined, environmentId: scope?.environmentId ?? undefined }
  const subject = { ...place, keyId, target: { type: 'troubleshooting', id, name } }
  const isOwn = scope !== null && !scope.environmentId && scope.memberId === ctx.actor.id
  if (place.environmentId || isOwn) return authorize(ctx, action, { ...place, subject })
  return authorize(ctx, action, { environmentIds: [], subject })
}
