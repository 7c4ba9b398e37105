import type { Grant } from '#lib/access/authorize'
import { findDated } from './matters/find-dated.ts'
import { findFailing } from './matters/find-failing.ts'
import { findIncidents } from './matters/find-incidents.ts'
import { findSameValues } from './matters/find-same-values.ts'
import { findStuck } from './matters/find-stuck.ts'
import { findUnused } from './matters/find-unused.ts'
import type { Matter } from './matters/matter.ts'
import type { PolicyBook } from './policy-book.ts'
import { readRules } from './read-rules.ts'
import type { WarningKind } from './schema.ts'

/** All that somebody should know of now. What is not among them any more is over. */
export async function findMatters(grant: Grant, book: PolicyBook, now: Date): Promise<Matter[]> {
  const rules = await readRules(grant)
  const finders: Partial<Record<WarningKind, (days: readonly number[]) => Promise<Matter[]>>> = {
    expires: (days) => findDated(grant, book, now, days, 'expires'),
    rotation_due: (days) => findDated(grant, book, now, days, 'rotation_due'),
    rotation_stuck: () => findStuck(grant, now),
    pairing_failing: () => findFailing(grant, now),
    provider_incident: () => findIncidents(grant),
    unused: ([days = 60]) => findUnused(grant, now, days),
    same_value: () => findSameValues(grant),
  }
  const found: Matter[] = []
  for (const { kind, isOn, days } of rules) if (isOn) found.push(...((await finders[kind]?.(days)) ?? []))
  return found
}
