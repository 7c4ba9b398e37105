import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Prisma } from '#lib/db/generated/client'
import { findSameValues } from '#lib/keys/find-same-values'
import { type KeyRow, keyInclude, toKey } from '#lib/keys/key-row'
import { whereStatus } from '#lib/keys/where-status'
import { findReports } from './find-reports.ts'
import { CONCERNS, type Concern, type Overview } from './schema.ts'

const SHOWN = 50

/** Keys that want a person now: protected environments before others, then by concern, then by how long or how soon. */
export async function findAttention(
  grant: Grant,
  seen: Prisma.KeyWhereInput,
  now: Date,
): Promise<Pick<Overview, 'attention' | 'concerns'>> {
  const where: Record<Concern, Prisma.KeyWhereInput> = {
    failing: { AND: [seen, whereStatus('failing', now)] },
    expired: { AND: [seen, whereStatus('expired', now)] },
    expiring: { AND: [seen, whereStatus('expiring', now)] },
    rotation_overdue: { ...seen, rotationDueAt: { lte: now } },
  }
  const found = await Promise.all(CONCERNS.map((concern) => findConcerned(grant, concern, where[concern])))
  const worst = onceEach(found.flatMap(({ rows }) => rows))
    .sort(byHarm)
    .slice(0, SHOWN)
  const shown = worst.map(({ row }) => row)
  const failing = worst.flatMap(({ concern, row }) => (concern === 'failing' ? [row] : []))
  const [sameValueOf, reportOf] = await Promise.all([findSameValues(grant, shown), findReports(grant, failing)])
  return {
    attention: worst.map(({ concern, row }) => {
      return { concern, key: toKey(row, sameValueOf(row), now), statusPage: reportOf(row) }
    }),
    concerns: Object.fromEntries(found.map(({ concern, count }) => [concern, count])) as Overview['concerns'],
  }
}

interface Concerned {
  concern: Concern
  row: KeyRow
}

const ORDER: Record<Concern, Prisma.KeyOrderByWithRelationInput> = {
  failing: { state: { lastPairingAt: 'asc' } },
  expired: { expiresAt: 'asc' },
  expiring: { expiresAt: 'asc' },
  rotation_overdue: { versionCreatedAt: 'asc' },
}

async function findConcerned(grant: Grant, concern: Concern, where: Prisma.KeyWhereInput) {
  const orderBy = [{ environment: { protected: 'desc' as const } }, ORDER[concern], { id: 'asc' as const }]
  const [rows, count] = await Promise.all([
    read(grant).key.findMany({ where, include: keyInclude, orderBy, take: SHOWN }),
    read(grant).key.count({ where }),
  ])
  return { concern, count, rows: rows.map((row): Concerned => ({ concern, row })) }
}

/** A key is named once, for the worst of its concerns. */
function onceEach(all: Concerned[]): Concerned[] {
  const seen = new Set<string>()
  return all.filter(({ row }) => !seen.has(row.id) && seen.add(row.id))
}

function byHarm(one: Concerned, other: Concerned): number {
  return harm(one) - harm(other)
}

/** Sorting is stable, so within one rank the database's order stays. */
function harm({ concern, row }: Concerned): number {
  return CONCERNS.indexOf(concern) + (row.environment.protected ? 0 : CONCERNS.length)
}
