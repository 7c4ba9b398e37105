import { authorize } from '#lib/access/authorize'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import type { StatusChange } from './changes-of.ts'
import { claimDuePages } from './claim-due-pages.ts'
import { pollStatusPage } from './poll-status-page.ts'
import { type WatchedFeed, watchedFeeds } from './watched-feeds.ts'

/** Pages asked at once: few enough that a burst of answers of megabytes stays small. */
const AT_ONCE = 6

/**
 * Asks every status page that is due, and returns what changed, for whoever tells people. To be called every minute;
 * two callers at once, in one process or in two, share the pages between them and ask none twice.
 */
export async function pollDuePages({
  now = new Date(),
  feeds = watchedFeeds(),
}: {
  now?: Date
  feeds?: WatchedFeed[]
} = {}): Promise<StatusChange[]> {
  const grant = await authorize(asClock(), 'status.list')
  const waiting = await claimDuePages(grant, feeds, now)
  const changes: StatusChange[] = []
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      changes.push(...(await pollStatusPage(grant, next, now)))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return changes
}

function asClock(): Context {
  return { actor: { type: 'system', id: 'system', name: 'status pages' }, address: null, requestId: newId('req') }
}
