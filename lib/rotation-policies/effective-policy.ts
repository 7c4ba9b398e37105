import type { Member, RotationPolicy as PolicyRow } from '#lib/db/generated/client'
import { DEFAULT_LEAD_DAYS, DEFAULT_OVERLAP_HOURS, type OwnPolicy, type RotationPolicy } from './schema.ts'

type Person = Pick<Member, 'id' | 'name' | 'email'>
export type PolicyWithPeople = PolicyRow & { owner: Person | null; backup: Person | null }

const person = { select: { id: true, name: true, email: true } } as const
export const policyInclude = { owner: person, backup: person } as const

/** What several policies come to, the narrowest first: each field is as the first one says that says anything. */
export function effectivePolicy(rows: readonly PolicyWithPeople[]): RotationPolicy['effective'] {
  const first = <T>(pick: (row: PolicyWithPeople) => T | null): T | null =>
    rows.map(pick).find((value) => value !== null) ?? null
  return {
    everyDays: first(({ everyDays }) => everyDays),
    rotateAt: first(({ rotateAt }) => rotateAt)?.toISOString() ?? null,
    overlapHours: first(({ overlapHours }) => overlapHours) ?? DEFAULT_OVERLAP_HOURS,
    maxAgeDays: first(({ maxAgeDays }) => maxAgeDays),
    leadDays: first(({ leadDays }) => (leadDays.length > 0 ? leadDays : null)) ?? DEFAULT_LEAD_DAYS,
    owner: first(({ owner }) => owner),
    backup: first(({ backup }) => backup),
    byItself: first(({ byItself }) => byItself) ?? true,
  }
}

export function toOwnPolicy(row: PolicyWithPeople): OwnPolicy {
  const { everyDays, rotateAt, overlapHours, maxAgeDays, leadDays, owner, backup, byItself } = row
  return {
    everyDays,
    rotateAt: rotateAt?.toISOString() ?? null,
    overlapHours,
    maxAgeDays,
    leadDays,
    owner,
    backup,
    byItself,
  }
}
