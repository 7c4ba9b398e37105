import { route } from '#lib/http/route'
import { streamBody } from '#lib/http/stream-body'
import { IdParams } from '#lib/list/id-params'
import { LOG_LIMITS } from '#lib/log-reading/limits'
import { addLog } from '#lib/troubleshooting/add-log'
import { Troubleshooting } from '#lib/troubleshooting/schema'

const MEDIA_TYPES = ['text/plain', 'application/x-ndjson'] as const

export const POST = route({
  action: 'troubleshooting.edit',
  summary:
    'Reads a log of the application for the cause, as text/plain or application/x-ndjson, up to 50 MiB, while it streams in. Only masked lines that prove something are kept.',
  params: IdParams,
  consumes: MEDIA_TYPES,
  output: Troubleshooting,
  perMinute: 30,
  handler: ({ ctx, params, request }) =>
    addLog(ctx, params.id, streamBody(request, { mediaTypes: MEDIA_TYPES, maxBytes: LOG_LIMITS.maxBytes })),
})
