import { route } from '#lib/http/route'
import { findOverview } from '#lib/overview/find-overview'
import { Overview } from '#lib/overview/schema'

export const GET = route({
  action: 'key.list',
  summary: 'What wants a person now, worst first, and how everything else stands.',
  output: Overview,
  handler: ({ ctx }) => findOverview(ctx),
})
