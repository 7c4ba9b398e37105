import { route } from '#lib/http/route'
import { streamBody } from '#lib/http/stream-body'
import { IdParams } from '#lib/list/id-params'
import { addLog } from '#lib/troubleshooting/add-log'
import { LOG_MEDIA_TYPES, MAX_LOG_BYTES, Troubleshooting } from '#lib/troubleshooting/schema'

export const POST = route({
  action: 'troubleshooting.edit',
  summary:
    'Reads a log of the application for the cause, as text/plain or application/x-ndjson, up to 50 MiB, while it streams in. Only masked lines that prove something are kept.',
  params: IdParams,
  consumes: LOG_MEDIA_TYPES,
  output: Troubleshooting,
  perMinute: 30,
  handler: ({ ctx, params, request }) =>
    addLog(ctx, params.id, streamBody(request, { mediaTypes: LOG_MEDIA_TYPES, maxBytes: MAX_LOG_BYTES })),
})
