import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { authorizeProject } from './authorize-project.ts'
import { environmentsSeenBy, toProject } from './project-row.ts'
import type { Project } from './schema.ts'

/** A project by id or slug, with the environments that the caller sees. */
export async function findProject(ctx: Context, idOrSlug: string): Promise<Project> {
  const { grant, projectId } = await authorizeProject(ctx, 'project.find', idOrSlug)
  const row = await read(grant).project.findUniqueOrThrow({
    where: { id: projectId },
    include: { environments: environmentsSeenBy(ctx.actor) },
  })
  return toProject(row, ctx.actor)
}
