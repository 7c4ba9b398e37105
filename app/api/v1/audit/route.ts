import { listEvents } from '#lib/audit-log/list-events'
import { AuditEventList, ListEventsQuery } from '#lib/audit-log/schema'
import { route } from '#lib/http/route'

export const GET = route({
  action: 'audit.list',
  summary:
    'Who did what to which key, latest first. Others than owners, admins and auditors see their environments and themselves.',
  query: ListEventsQuery,
  output: AuditEventList,
  handler: ({ ctx, query }) => listEvents(ctx, query),
})
