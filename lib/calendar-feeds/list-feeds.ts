import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import type { CalendarFeed as FeedRow } from '#lib/db/generated/client'
import type { CalendarFeed } from './schema.ts'

/** The calendar addresses that the caller made. */
export async function listFeeds(ctx: Context): Promise<CalendarFeed[]> {
  const grant = await authorize(ctx, 'calendar_feed.list')
  const rows = await read(grant).calendarFeed.findMany({ where: { memberId: ctx.actor.id }, orderBy: { id: 'desc' } })
  return rows.map(toFeed)
}

export function toFeed({ id, tail, createdAt, lastReadAt }: FeedRow): CalendarFeed {
  return { id, tail, createdAt: createdAt.toISOString(), lastReadAt: lastReadAt?.toISOString() ?? null }
}
