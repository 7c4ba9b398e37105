import { authorize, type Grant } from '#lib/access/authorize'
import { authorizeKey } from '#lib/access/authorize-key'
import { findProjectScope, findScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import type { PolicyPlace } from './read-policies.ts'
import type { PolicyScope } from './schema.ts'

type PolicyAction = 'rotation_policy.find' | 'rotation_policy.set' | 'rotation_policy.remove'

export interface PolicyGrant {
  grant: Grant
  place: PolicyPlace
  /** The column that names the scope. */
  where: { keyId: string } | { environmentId: string } | { projectId: string }
  /** Of a key: the value that it has, and its own `rotateEveryDays`. */
  key: { versionCreatedAt: Date; rotateEveryDays: number | null } | null
}

/** `authorize` for the policy of a key, an environment or a project: a project's asks for all of its environments. */
export async function authorizePolicy(
  ctx: Context,
  action: PolicyAction,
  scope: PolicyScope,
  id: string,
): Promise<PolicyGrant> {
  if (scope === 'key') {
    const grant = await authorizeKey(ctx, action, id)
    const key = await read(grant).key.findFirst({ where: { id, deletedAt: null } })
    if (!key) throw notFound()
    const { projectId, environmentId } = key
    return { grant, place: { keyId: id, environmentId, projectId }, where: { keyId: id }, key }
  }
  if (scope === 'environment') {
    const found = await findScope.environment(id)
    const place = { projectId: found?.projectId ?? '', environmentId: found?.environmentId ?? id }
    const subject = { ...place, target: { type: 'environment', id, name: id } }
    const grant = await authorize(ctx, action, { ...place, subject })
    if (!found) throw notFound()
    return { grant, place, where: { environmentId: place.environmentId }, key: null }
  }
  const found = await findProjectScope(id)
  const environmentIds = found?.environments.map((each) => each.id) ?? []
  const projectId = found?.id ?? id
  const subject = { projectId, target: { type: 'project', id: projectId, name: id } }
  const grant = await authorize(ctx, action, { projectId, environmentIds, subject })
  if (!found) throw notFound()
  return { grant, place: { projectId }, where: { projectId }, key: null }
}
