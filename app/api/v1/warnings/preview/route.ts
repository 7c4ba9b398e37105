import { route } from '#lib/http/route'
import { previewWarnings } from '#lib/warnings/preview-warnings'
import { Preview } from '#lib/warnings/schema'

export const GET = route({
  action: 'warning.preview',
  summary: 'Who will be told of what, and when, in the coming 120 days.',
  output: Preview,
  handler: ({ ctx }) => previewWarnings(ctx),
})
