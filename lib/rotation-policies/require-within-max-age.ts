import type { Grant } from '#lib/access/authorize'
import { invalid } from '#lib/errors'
import { effectivePolicy } from './effective-policy.ts'
import { type PolicyPlace, readPolicies } from './read-policies.ts'

/** No key may be kept longer than the policies at its place allow: `invalid` where it would be. */
export async function requireWithinMaxAge(
  grant: Grant,
  place: PolicyPlace,
  everyDays: number | null | undefined,
  path = 'rotateEveryDays',
): Promise<void> {
  if (!everyDays) return
  const { maxAgeDays } = effectivePolicy(await readPolicies(grant, place))
  if (maxAgeDays !== null && everyDays > maxAgeDays)
    throw invalid(path, `The policy here lets no key be older than ${maxAgeDays} days.`)
}
