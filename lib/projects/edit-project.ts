import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { authorizeProject } from './authorize-project.ts'
import { findProject } from './find-project.ts'
import type { EditProjectInput, Project } from './schema.ts'

/** Renames a project. Addresses with the old short name stop working; ids go on. */
export async function editProject(ctx: Context, idOrSlug: string, input: EditProjectInput): Promise<Project> {
  const { grant, projectId } = await authorizeProject(ctx, 'project.edit', idOrSlug)
  const { name, slug } = await read(grant).project.findUniqueOrThrow({ where: { id: projectId } })
  const after = { name: input.name ?? name, slug: input.slug ?? slug }
  if (after.name === name && after.slug === slug) return findProject(ctx, projectId)
  await commit(
    grant,
    async (tx) => {
      await tx.project.update({ where: { id: projectId, deletedAt: null }, data: after })
      const target = { type: 'project', id: projectId, name: after.name }
      return { result: undefined, event: { target, before: { name, slug }, after } }
    },
    `The short name ${after.slug} is taken by another project. Choose another one.`,
  )
  return findProject(ctx, projectId)
}
