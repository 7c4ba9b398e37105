import type { Prisma } from '#lib/db/generated/client'
import type { Verdict } from '#lib/providers/verdict'
import { keyStatus } from './key-status.ts'
import type { Key } from './schema.ts'
import { nextTestAt, testedEveryHours } from './test-schedule.ts'

/** What a key is shown with: read by as many queries as there are lines here, however many keys. */
export const keyInclude = {
  project: { select: { slug: true } },
  environment: { select: { slug: true, protected: true, testEveryHours: true } },
  owner: { select: { id: true, name: true, email: true } },
  state: true,
} satisfies Prisma.KeyInclude

export type KeyRow = Prisma.KeyGetPayload<{ include: typeof keyInclude }>

/** A row as everyone who sees the key may know it. */
export function toKey(row: KeyRow, sameValue: Key['sameValue'], now: Date): Key {
  const { state } = row
  const facts = { ...row, lastVerdict: state?.lastVerdict ?? null, lastStages: state?.lastStages ?? null }
  return {
    id: row.id,
    project: row.project.slug,
    environment: row.environment.slug,
    projectId: row.projectId,
    environmentId: row.environmentId,
    protected: row.environment.protected,
    name: row.name,
    provider: row.provider,
    baseUrl: row.baseUrl,
    purpose: row.purpose as Key['purpose'],
    masked: row.masked,
    fingerprint: row.fingerprint,
    version: row.version,
    status: keyStatus(facts, now),
    expiresAt: iso(row.expiresAt),
    rotation: rotationOf(row),
    scheduledTest: scheduledTestOf(row),
    owner: row.owner,
    permissions: { declared: row.permissionsDeclared, observed: state?.permissionsObserved ?? [] },
    lastPairing: lastPairingOf(state),
    sameValue,
    tags: row.tags,
    notes: row.notes,
    lastUsedAt: iso(state?.lastUsedAt ?? null),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: iso(row.deletedAt),
  }
}

function rotationOf({ rotateEveryDays, dueEveryDays, rotationDueAt, isAutomated }: KeyRow): Key['rotation'] {
  const mode = isAutomated ? 'automatic' : 'manual'
  return { everyDays: dueEveryDays, ownEveryDays: rotateEveryDays, dueAt: iso(rotationDueAt), mode }
}

function scheduledTestOf(row: KeyRow): Key['scheduledTest'] {
  const { id, state, versionCreatedAt, testEveryHours: everyHours } = row
  const effectiveHours = testedEveryHours(row)
  const moments = [versionCreatedAt, state?.lastScheduledAt, state?.lastPairingAt]
  const last = new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)))
  const nextAt = effectiveHours === 0 ? null : iso(nextTestAt(id, effectiveHours, last))
  return { everyHours, effectiveHours, nextAt }
}

function lastPairingOf(state: KeyRow['state']): Key['lastPairing'] {
  if (!state?.lastPairingId || !state.lastVerdict || !state.lastPairingAt) return null
  const { lastPairingId: id, lastVerdict, lastPairingAt, lastStages } = state
  return { id, verdict: lastVerdict as Verdict, at: lastPairingAt.toISOString(), stages: lastStages ?? '' }
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null
}
