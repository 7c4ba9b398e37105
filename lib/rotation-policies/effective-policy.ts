import type { Member, RotationPolicy as PolicyRow } from '#lib/db/generated/client'
import { DEFAULT_LEAD_DAYS, DEFAULT_OVERLAP_HOURS, type OwnPolicy, type RotationPolicy } from './schema.ts'

export type PolicyWithBackup = PolicyRow & { backup: Pick<Member, 'id' | 'name' | 'email'> | null }

export const policyInclude = { backup: { select: { id: true, name: true, email: true } } } as const

/** What several policies come to, the narrowest first: each field is as the first one says that says anything. */
export function effectivePolicy(rows: readonly PolicyWithBackup[]): RotationPolicy['effective'] {
  const first = <T>(pick: (row: PolicyWithBackup) => T | null): T | null =>
    rows.map(pick).find((value) => value !== null) ?? null
  return {
    everyDays: first(({ everyDays }) => everyDays),
    rotateAt: first(({ rotateAt }) => rotateAt)?.toISOString() ?? null,
    overlapHours: first(({ overlapHours }) => overlapHours) ?? DEFAULT_OVERLAP_HOURS,
    maxAgeDays: first(({ maxAgeDays }) => maxAgeDays),
    leadDays: first(({ leadDays }) => (leadDays.length > 0 ? leadDays : null)) ?? DEFAULT_LEAD_DAYS,
    backup: first(({ backup }) => backup),
    byItself: first(({ byItself }) => byItself) ?? true,
  }
}

export function toOwnPolicy(row: PolicyWithBackup): OwnPolicy {
  const { everyDays, rotateAt, overlapHours, maxAgeDays, leadDays, backup, byItself } = row
  return { everyDays, rotateAt: rotateAt?.toISOString() ?? null, overlapHours, maxAgeDays, leadDays, backup, byItself }
}
