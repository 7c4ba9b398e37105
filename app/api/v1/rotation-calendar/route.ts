import { route } from '#lib/http/route'
import { findCalendar } from '#lib/rotations/find-calendar'
import { RotationCalendar } from '#lib/rotations/schema'

export const GET = route({
  action: 'key.list',
  summary: 'What is overdue and what is due within a year: rotations and expiries, the nearest first.',
  output: RotationCalendar,
  handler: ({ ctx }) => findCalendar(ctx),
})
