import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Context } from '#lib/context'
import { ofKey, ofKeyInclude } from './of-key.ts'
import type { CalendarEntry, RotationCalendar } from './schema.ts'

const DAY_MS = 86_400_000
const AHEAD_DAYS = 366
const SHOWN = 500

/** What is overdue and what is due within a year, of the keys that the caller sees: the nearest first. */
export async function findCalendar(ctx: Context, now = new Date()): Promise<RotationCalendar> {
  const grant = await authorize(ctx, 'key.list')
  const until = { lte: new Date(now.getTime() + AHEAD_DAYS * DAY_MS) }
  const live = {
    environmentId: seenEnvironments(ctx.actor),
    deletedAt: null,
    revokedAt: null,
    project: { deletedAt: null },
  }
  const select = {
    ...ofKeyInclude,
    provider: true,
    rotationDueAt: true,
    expiresAt: true,
    isAutomated: true,
    owner: { select: { name: true } },
  } as const
  const due = await read(grant).key.findMany({
    where: { ...live, rotationDueAt: until },
    select,
    orderBy: [{ rotationDueAt: 'asc' }, { id: 'asc' }],
    take: SHOWN,
  })
  const expiring = await read(grant).key.findMany({
    where: { ...live, expiresAt: until },
    select,
    orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
    take: SHOWN,
  })
  const entry = (kind: CalendarEntry['kind'], at: Date | null, row: (typeof due)[number]): CalendarEntry[] => {
    const { provider, isAutomated, owner } = row
    const isAutomatic = kind === 'rotation' && isAutomated
    return at
      ? [{ kind, at: at.toISOString(), key: ofKey(row), provider, isAutomatic, owner: owner?.name ?? null }]
      : []
  }
  const items = [
    ...due.flatMap((row) => entry('rotation', row.rotationDueAt, row)),
    ...expiring.flatMap((row) => entry('expiry', row.expiresAt, row)),
  ]
  return { items: items.sort((one, other) => one.at.localeCompare(other.at)).slice(0, SHOWN), nextCursor: null }
}
