import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { Warning } from '#lib/warnings/schema'
import { takeWarning } from '#lib/warnings/take-warning'

export const POST = route({
  action: 'warning.take',
  summary: 'The caller takes care of it: nobody else is told until it comes closer.',
  params: IdParams,
  output: Warning,
  handler: ({ ctx, params }) => takeWarning(ctx, params.id),
})
