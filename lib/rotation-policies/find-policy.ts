import type { Context } from '#lib/context'
import { nextDates } from '#lib/format/next-dates'
import { authorizePolicy, type PolicyGrant } from './authorize-policy.ts'
import { effectivePolicy, toOwnPolicy } from './effective-policy.ts'
import { readPolicies } from './read-policies.ts'
import type { PolicyScope, RotationPolicy } from './schema.ts'

/** When keys are rotated here, and who is told: what is said here, and what comes of it with the wider scopes. */
export async function findPolicy(ctx: Context, scope: PolicyScope, id: string): Promise<RotationPolicy> {
  return describePolicy(await authorizePolicy(ctx, 'rotation_policy.find', scope, id), scope, id)
}

export async function describePolicy(asked: PolicyGrant, scope: PolicyScope, id: string): Promise<RotationPolicy> {
  const { grant, place, where, key } = asked
  const rows = await readPolicies(grant, place)
  const [column, value] = Object.entries(where)[0] ?? []
  const own = rows.find((row) => row[column as 'keyId' | 'environmentId' | 'projectId'] === value)
  const found = effectivePolicy(rows)
  const effective = { ...found, everyDays: key?.rotateEveryDays ?? found.everyDays }
  const dates = nextDates({
    since: key?.versionCreatedAt ?? new Date(),
    everyDays: effective.everyDays,
    maxAgeDays: effective.maxAgeDays,
    rotateAt: effective.rotateAt ? new Date(effective.rotateAt) : null,
  })
  return {
    scope,
    id,
    own: own ? { ...toOwnPolicy(own), everyDays: key ? key.rotateEveryDays : own.everyDays } : null,
    effective,
    since: key?.versionCreatedAt.toISOString() ?? null,
    nextDates: dates.map((date) => date.toISOString()),
  }
}
