import { authorize, type Grant } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { describeEvents } from './describe-event.ts'
import { csvHeader, csvLine } from './event-csv.ts'
import { eventFilter } from './event-filter.ts'
import type { ExportEventsQuery } from './schema.ts'

const PAGE = 1000

/** The events that match, oldest first, line by line as they are read: however many, a thousand at a time are held. */
export async function exportEvents(
  ctx: Context,
  { format, ...filters }: ExportEventsQuery,
): Promise<AsyncIterable<string>> {
  const grant = await authorize(ctx, 'audit.export')
  await commit(grant, async () => {
    const target = { type: 'audit', id: 'audit', name: format }
    return { result: undefined, event: { target, after: { format, filters } } }
  })
  return lines(grant, format, filters)
}

async function* lines(grant: Grant, format: ExportEventsQuery['format'], filters: Omit<ExportEventsQuery, 'format'>) {
  const where = await eventFilter(grant, filters)
  if (format === 'csv') yield csvHeader()
  let after = 0n
  for (;;) {
    const rows = await read(grant).auditEvent.findMany({
      where: { AND: [where, { seq: { gt: after } }] },
      orderBy: { seq: 'asc' },
      take: PAGE,
    })
    const events = await describeEvents(read(grant), rows)
    if (events.length > 0)
      yield events.map((event) => (format === 'csv' ? csvLine(event) : `${JSON.stringify(event)}\n`)).join('')
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.seq
  }
}
