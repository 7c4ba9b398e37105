import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { SnoozeInput, Warning } from '#lib/warnings/schema'
import { snoozeWarning } from '#lib/warnings/snooze-warning'
import { wakeWarning } from '#lib/warnings/wake-warning'

export const PUT = route({
  action: 'warning.snooze',
  summary: 'Nobody is told of it until then, for a reason that everybody may read; then it is told anew.',
  params: IdParams,
  body: SnoozeInput,
  output: Warning,
  handler: ({ ctx, params, body }) => snoozeWarning(ctx, params.id, body),
})

export const DELETE = route({
  action: 'warning.snooze',
  summary: 'Ends a snooze before its time: it is told anew within a minute.',
  params: IdParams,
  output: Warning,
  handler: ({ ctx, params }) => wakeWarning(ctx, params.id),
})
