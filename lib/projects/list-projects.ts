import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Context } from '#lib/context'
import { decodeCursor, encodeCursor } from '#lib/list/cursor'
import { environmentsSeenBy, toProject } from './project-row.ts'
import type { Project } from './schema.ts'

interface Page {
  limit: number
  cursor?: string | undefined
}

/** The projects in which the caller sees an environment, by name. */
export async function listProjects(
  ctx: Context,
  { limit, cursor }: Page,
): Promise<{ items: Project[]; nextCursor: string | null }> {
  const grant = await authorize(ctx, 'project.list')
  const [name, id] = cursor ? decodeCursor(cursor, 2).map(String) : []
  const after = cursor ? { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] } : {}
  const rows = await read(grant).project.findMany({
    where: { deletedAt: null, environments: { some: { id: seenEnvironments(ctx.actor) } }, ...after },
    include: { environments: environmentsSeenBy(ctx.actor) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => toProject(row, ctx.actor)),
    nextCursor: rows.length > limit && last ? encodeCursor([last.name, last.id]) : null,
  }
}
