import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { newId } from '#lib/ids'
import { runtime } from '#lib/server/runtime'
import { mintBearer } from '#lib/vault/bearer'
import { toFeed } from './list-feeds.ts'
import type { NewCalendarFeed } from './schema.ts'

/**
 * An address for a calendar program, which can present nothing but an address. It tells names and dates, of what its maker
 * sees at that moment, and opens nothing.
 */
export async function createFeed(ctx: Context): Promise<NewCalendarFeed> {
  const grant = await authorize(ctx, 'calendar_feed.create')
  if (ctx.actor.type !== 'member') throw new AppError('forbidden', 'Only a member has a calendar.')
  const { secret, hash, tail } = mintBearer('cal')
  const row = await commit(grant, async (tx) => {
    const result = await tx.calendarFeed.create({ data: { id: newId('cal'), memberId: ctx.actor.id, hash, tail } })
    return { result, event: { target: { type: 'calendar_feed', id: result.id, name: `…${tail}` } } }
  })
  return { ...toFeed(row), url: `${runtime().env.url}/api/v1/calendar/${secret}` }
}
