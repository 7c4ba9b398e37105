import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Context } from '#lib/context'
import { decodeCursor, encodeCursor } from '#lib/list/cursor'
import type { ListWarningsQuery, WarningList } from './schema.ts'
import { toWarning } from './warning-row.ts'

/** Warnings of what the caller sees, newest first. */
export async function listWarnings(ctx: Context, query: ListWarningsQuery): Promise<WarningList> {
  const grant = await authorize(ctx, 'warning.list')
  const { state, key, limit, cursor } = query
  const [before] = cursor ? decodeCursor(cursor, 1) : []
  const states = {
    open: { resolvedAt: null, snoozedUntil: null },
    snoozed: { resolvedAt: null, snoozedUntil: { not: null } },
    resolved: { resolvedAt: { not: null } },
  }
  const rows = await read(grant).warning.findMany({
    where: {
      ...states[state],
      OR: [{ environmentId: null }, { environmentId: seenEnvironments(ctx.actor) }],
      ...(key ? { keyId: key } : {}),
      ...(before ? { id: { lt: String(before) } } : {}),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items: items.map(toWarning), nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null }
}
