import type { Context } from '#lib/context'
import { findProject } from '#lib/projects/find-project'
import type { Environment } from '#lib/projects/schema'

/** The environments of a project that the caller sees, in their order. */
export async function listEnvironments(
  ctx: Context,
  project: string,
): Promise<{ items: Environment[]; nextCursor: null }> {
  const { environments } = await findProject(ctx, project)
  return { items: environments, nextCursor: null }
}
