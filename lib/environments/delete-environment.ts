import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { authorizeEnvironment } from './authorize-environment.ts'

/**
 * Deletes an empty environment for good, and with it the keys that were deleted in it before: they cannot be restored any
 * more, and the event names them. `conflict` while it holds keys, and for the last environment of a project.
 */
export async function deleteEnvironment(ctx: Context, project: string, environment: string): Promise<void> {
  const { grant, environmentId, projectId } = await authorizeEnvironment(
    ctx,
    'environment.delete',
    project,
    environment,
  )
  const row = await read(grant).environment.findUniqueOrThrow({ where: { id: environmentId } })
  await commit(
    grant,
    async (tx) => {
      const siblings = await tx.$queryRaw<
        { id: string }[]
      >`SELECT id FROM environments WHERE project_id = ${projectId} ORDER BY id FOR UPDATE`
      if (siblings.length <= 1)
        throw new AppError('conflict', 'A project keeps at least one environment. Delete the project instead.')
      const keys = await tx.key.count({ where: { environmentId, deletedAt: null } })
      if (keys > 0)
        throw new AppError(
          'conflict',
          `This environment holds ${keys === 1 ? 'a key' : `${keys} keys`}. Delete them first.`,
        )
      const gone = await tx.key.findMany({ where: { environmentId }, select: { id: true, name: true } })
      await tx.key.deleteMany({ where: { environmentId } })
      await tx.environment.delete({ where: { id: environmentId } })
      const { slug, name } = row
      const event = {
        target: { type: 'environment', id: environmentId, name },
        before: { slug, deletedKeys: gone.map((key) => key.name) },
      }
      return { result: undefined, event }
    },
    'A key was added to this environment at the same moment, so it was kept.',
  )
}
