import type { z } from 'zod'
import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { decodeCursor, encodeCursor } from '#lib/list/cursor'
import { describeEvents } from './describe-event.ts'
import { eventFilter } from './event-filter.ts'
import type { AuditEventList, ListEventsQuery } from './schema.ts'

/** Who did what, latest first: every event for owners, admins and auditors, else those of one's environments and one's own. */
export async function listEvents(ctx: Context, query: ListEventsQuery): Promise<z.infer<typeof AuditEventList>> {
  const grant = await authorize(ctx, 'audit.list')
  const { limit, cursor, ...filters } = query
  const [before] = cursor ? decodeCursor(cursor, 1) : []
  const rows = await read(grant).auditEvent.findMany({
    where: { AND: [await eventFilter(grant, filters), typeof before === 'number' ? { seq: { lt: before } } : {}] },
    orderBy: { seq: 'desc' },
    take: limit + 1,
  })
  const items = await describeEvents(read(grant), rows.slice(0, limit))
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.seq]) : null }
}
