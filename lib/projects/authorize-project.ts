import { authorize, type Grant } from '#lib/access/authorize'
import { findProjectScope } from '#lib/access/find-scope'
import type { Action } from '#lib/access/policy'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'

/** `authorize` for something done to a project, by id or slug; answers with the project's id. */
export async function authorizeProject<A extends Action>(
  ctx: Context,
  action: A,
  idOrSlug: string,
): Promise<{ grant: Grant<A>; projectId: string }> {
  const found = await findProjectScope(idOrSlug)
  const projectId = found?.id
  const environmentIds = found?.environments.map(({ id }) => id) ?? []
  const target = { type: 'project', id: projectId ?? idOrSlug, name: idOrSlug }
  const grant = await authorize(ctx, action, { projectId, environmentIds, subject: { projectId, target } })
  if (!projectId) throw notFound()
  return { grant, projectId }
}
