import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, notFound } from '#lib/errors'
import { authorizeProject } from './authorize-project.ts'

/** Puts an empty project away and frees its short name. `conflict` while it holds keys that are not deleted. */
export async function deleteProject(ctx: Context, idOrSlug: string): Promise<void> {
  const { grant, projectId } = await authorizeProject(ctx, 'project.delete', idOrSlug)
  const { name, slug } = await read(grant).project.findUniqueOrThrow({ where: { id: projectId } })
  await commit(grant, async (tx) => {
    // Changing the slug, a unique column, makes whoever adds a key at this moment wait: either we count it or it finds us gone.
    const data = { deletedAt: new Date(), slug: `${slug}~${projectId}` }
    const { count } = await tx.project.updateMany({ where: { id: projectId, deletedAt: null }, data })
    if (count === 0) throw notFound()
    const keys = await tx.key.count({ where: { projectId, deletedAt: null } })
    if (keys > 0)
      throw new AppError(
        'conflict',
        `This project holds ${keys === 1 ? 'a key' : `${keys} keys`}. Delete them first, then the project.`,
      )
    return { result: undefined, event: { target: { type: 'project', id: projectId, name }, before: { name, slug } } }
  })
}
