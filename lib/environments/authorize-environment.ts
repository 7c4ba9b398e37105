import { authorize, type Grant } from '#lib/access/authorize'
import { findEnvironmentScope } from '#lib/access/find-scope'
import type { Action } from '#lib/access/policy'
import type { Context } from '#lib/context'

/** `authorize` for something done to an environment of a project, each by id or slug. */
export async function authorizeEnvironment<A extends Action>(
  ctx: Context,
  action: A,
  project: string,
  environment: string,
): Promise<{ grant: Grant<A>; projectId: string; environmentId: string }> {
  const { projectId, environmentId } = await findEnvironmentScope(project, environment)
  const subject = { projectId, environmentId, target: { type: 'environment', id: environmentId, name: environment } }
  const grant = await authorize(ctx, action, { projectId, environmentId, subject })
  return { grant, projectId, environmentId }
}
