import { exportEvents } from '#lib/audit-log/export-events'
import { ExportEventsQuery } from '#lib/audit-log/schema'
import { download } from '#lib/http/download'
import { route } from '#lib/http/route'

export const GET = route({
  action: 'audit.export',
  summary: 'The events that match, oldest first, as JSON lines or CSV, streamed.',
  query: ExportEventsQuery,
  produces: 'application/x-ndjson',
  perMinute: 6,
  handler: async ({ ctx, query }) => {
    const mediaType = query.format === 'csv' ? 'text/csv' : 'application/x-ndjson'
    return download(await exportEvents(ctx, query), mediaType, `audit.${query.format}`)
  },
})
