import type { Grant } from '#lib/access/authorize'
import { authorizeKey } from '#lib/access/authorize-key'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import type { Prisma } from '#lib/db/generated/client'
import { notFound } from '#lib/errors'
import { decodeMoment, encodeMoment, type Moment } from '#lib/list/moment-cursor'
import type { TimelineEntry } from './schema.ts'
import { eventEntry, pairingEntry, repeatsEntry, usageEntry, versionEntry } from './timeline-entries.ts'

interface Page {
  limit: number
  cursor?: string | undefined
}

/** Uses that an audit event tells already, or a pairing result: told once. */
const TOLD_ELSEWHERE = ['reveal', 'copy', 'test', 'clean', 'compare']
/** Of a scheduled test, its result says everything; the audit log keeps the event. */
const SCHEDULED = { action: 'key.test', actorType: 'system', outcome: 'allowed' }

/** One merged history of a key, newest first: what was decided, tested, stored and used. */
export async function listTimeline(ctx: Context, keyId: string, { limit, cursor }: Page) {
  const grant = await authorizeKey(ctx, 'key.find', keyId)
  const key = await read(grant).key.findFirst({ where: { id: keyId, deletedAt: null }, select: { id: true } })
  if (!key) throw notFound()
  const entries = await readSources(grant, keyId, limit + 1, cursor)
  const merged = entries.flat().sort(newestFirst)
  const items = merged.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: merged.length > limit && last ? encodeMoment(last.at, last.id) : null }
}

/** From each source as many as a page holds: whatever the mix, the newest of all are among them. */
async function readSources(grant: Grant, keyId: string, take: number, cursor: string | undefined) {
  const db = read(grant)
  const at = decodeMoment(cursor)
  const before = <F extends string>(field: F) => {
    if (!at) return {}
    const tied = { [field]: at.at, id: { lt: at.id } }
    return { [field]: { lte: at.at }, OR: [{ [field]: { lt: at.at } }, tied] }
  }
  return Promise.all([
    db.auditEvent
      .findMany({
        where: { keyId, NOT: SCHEDULED, ...before('at') },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take,
      })
      .then((rows) => rows.map(eventEntry)),
    db.pairing
      .findMany({
        where: { keyId, repeatOf: null, ...before('startedAt') },
        orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
        take,
      })
      .then((rows) => rows.map(pairingEntry)),
    readRepeats(grant, keyId, take, at),
    db.keyVersion
      .findMany({
        where: { keyId, ...before('createdAt') },
        omit: { sealed: true },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take,
      })
      .then((rows) => rows.map(versionEntry)),
    db.usageEvent
      .findMany({
        where: { keyId, kind: { notIn: TOLD_ELSEWHERE }, ...before('at') },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take,
      })
      .then((rows) => rows.map(usageEntry)),
  ])
}

/** A year of daily tests that all passed is one line, at the time of the last of them. */
async function readRepeats(grant: Grant, keyId: string, take: number, last: Moment | null) {
  const ofMax = (at: Prisma.DateTimeFilter) => ({ startedAt: { _max: at } })
  const idBelow = { id: { _max: { lt: last?.id ?? '' } } }
  const rows = await read(grant).pairing.groupBy({
    by: ['repeatOf', 'version', 'verdict'],
    where: { keyId, repeatOf: { not: null } },
    ...(last ? { having: { OR: [ofMax({ lt: last.at }), { ...ofMax({ equals: last.at }), ...idBelow }] } } : {}),
    _count: { _all: true },
    _min: { startedAt: true },
    _max: { startedAt: true, id: true },
    orderBy: [{ _max: { startedAt: 'desc' } }, { _max: { id: 'desc' } }],
    take,
  })
  return rows.map(repeatsEntry)
}

function newestFirst(one: TimelineEntry, other: TimelineEntry): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1
  return one.id < other.id ? 1 : -1
}
