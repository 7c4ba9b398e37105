import { z } from 'zod'
import { listOf } from '#lib/list/cursor'

const Moment = z.iso.datetime()
export const CalendarFeed = z.object({
  id: z.string(),
  tail: z.string(),
  createdAt: Moment,
  lastReadAt: Moment.nullable(),
})
export type CalendarFeed = z.infer<typeof CalendarFeed>
export const CalendarFeedList = listOf(CalendarFeed)
/** The address is in this answer alone. */
export const NewCalendarFeed = CalendarFeed.extend({ url: z.string() })
export type NewCalendarFeed = z.infer<typeof NewCalendarFeed>
export const FeedParams = z.object({ secret: z.string().max(100) })
