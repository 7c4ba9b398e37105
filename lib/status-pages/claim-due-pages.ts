import type { Grant } from '#lib/access/authorize'
import { observe } from '#lib/access/observe'
import { read } from '#lib/access/read'
import type { Prisma } from '#lib/db/generated/client'
import { isOverdueInUse } from './next-due.ts'
import type { WatchedFeed } from './watched-feeds.ts'

export interface ClaimedPage {
  feed: WatchedFeed
  isInUse: boolean
  /** As it was before the claim. */
  row: Prisma.StatusPageGetPayload<object>
  /** What the row says while the claim holds; whoever finds anything else there has lost it. */
  claim: { askedAt: Date; dueAt: Date }
}

/** Far longer than a page may take to answer; a page whose asker died is due again after it. */
const LEASE_MS = 2 * 60_000

/**
 * The pages that are due, each claimed for this caller alone: the claim is one conditional update, so of two callers at
 * once only one finds the row as both read it.
 */
export async function claimDuePages(grant: Grant, feeds: WatchedFeed[], now: Date): Promise<ClaimedPage[]> {
  const used = await read(grant).key.groupBy({ by: ['provider'], where: { deletedAt: null } })
  const inUse = new Set(used.map(({ provider }) => provider))
  await observe((db) =>
    db.statusPage.createMany({ data: feeds.map(({ url, kind }) => ({ url, kind, dueAt: now })), skipDuplicates: true }),
  )
  const rows = await read(grant).statusPage.findMany({ where: { url: { in: feeds.map(({ url }) => url) } } })
  const rowOf = new Map(rows.map((row) => [row.url, row]))
  const claim = { askedAt: now, dueAt: new Date(now.getTime() + LEASE_MS) }
  const claims = feeds.map(async (feed): Promise<ClaimedPage[]> => {
    const row = rowOf.get(feed.url)
    const isInUse = feed.providers.some(({ id }) => inUse.has(id))
    if (!row || !isDue(row, isInUse, now)) return []
    const { count } = await observe((db) =>
      db.statusPage.updateMany({
        where: { url: row.url, dueAt: row.dueAt, askedAt: row.askedAt },
        data: { ...claim, kind: feed.kind },
      }),
    )
    return count === 1 ? [{ feed, isInUse, row, claim }] : []
  })
  return (await Promise.all(claims)).flat()
}

function isDue({ dueAt, askedAt, failures }: ClaimedPage['row'], isInUse: boolean, now: Date): boolean {
  return dueAt <= now || (isInUse && failures === 0 && isOverdueInUse(askedAt, now))
}
