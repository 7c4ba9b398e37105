import type { PairingResult } from '#lib/pairing/schema'

type Observed = PairingResult['observed']

/** What the new value cannot and the old one could, as far as both tests show it: in sentences for whoever decides. */
export function compareResults(before: Observed | undefined, after: Observed): string[] {
  if (!before) return []
  const missing = (of: 'permissions' | 'models') =>
    (before[of] ?? []).filter((each) => after[of] !== undefined && !after[of].includes(each))
  const [permissions, models] = [missing('permissions'), missing('models')]
  return [
    ...(before.owner && after.owner && before.owner !== after.owner
      ? [`It belongs to ${after.owner}; the value before belonged to ${before.owner}.`]
      : []),
    ...(before.organisation && after.organisation && before.organisation !== after.organisation
      ? [`It is of ${after.organisation}; the value before was of ${before.organisation}.`]
      : []),
    ...(permissions.length > 0 ? [`It lacks what the value before had: ${permissions.slice(0, 20).join(', ')}.`] : []),
    ...(models.length > 0
      ? [`It does not reach ${models.length} models that the value before reached: ${models.slice(0, 10).join(', ')}.`]
      : []),
    ...lowerLimits(before, after),
    ...(after.expiresAt && (!before.expiresAt || after.expiresAt < before.expiresAt)
      ? [`It expires ${after.expiresAt.slice(0, 10)}, sooner than the value before.`]
      : []),
  ].map((sentence) => sentence.slice(0, 1000))
}

/** Limits that both tests tell, and that are lower now. What is left at the moment is no limit. */
function lowerLimits(before: Observed, after: Observed): string[] {
  return Object.entries(before.rateLimit ?? {}).flatMap(([name, was]) => {
    const is = after.rateLimit?.[name]
    const isLower = /limit/i.test(name) && !/remaining|reset/i.test(name) && Number(is) < Number(was)
    return isLower ? [`Its limit ${name} is ${is}; that of the value before was ${was}.`] : []
  })
}
