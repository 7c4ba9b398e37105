import type { Incident } from './readers/reading.ts'

/**
 * What is known of incidents after a reading. Most pages list what is open and drop it once it is over, so what is told
 * no more has ended.
 */
export function mergeIncidents(before: Incident[], told: Incident[], now: Date): Incident[] {
  const earlier = new Map(before.map((incident) => [incident.externalId, incident]))
  const still = new Set(told.map(({ externalId }) => externalId))
  const dropped = before
    .filter(({ externalId, resolvedAt }) => !resolvedAt && !still.has(externalId))
    .map((incident) => ({ ...incident, status: 'resolved', updatedAt: now, resolvedAt: now }))
  return [...told.map((incident) => settle(earlier.get(incident.externalId), incident, now)), ...dropped]
}

/** A page that tells no times lets every reading take the present for them: then the first reading's stand. */
function settle(earlier: Incident | undefined, incident: Incident, now: Date): Incident {
  if (!earlier) return incident
  const isNow = (at: Date | undefined) => at?.getTime() === now.getTime()
  const settled = {
    ...incident,
    startedAt: isNow(incident.startedAt) ? earlier.startedAt : incident.startedAt,
    ...(isNow(incident.resolvedAt) && earlier.resolvedAt ? { resolvedAt: earlier.resolvedAt } : {}),
  }
  const isUntold = isNow(incident.updatedAt) && isSameIncident(earlier, { ...settled, updatedAt: earlier.updatedAt })
  return isUntold ? { ...settled, updatedAt: earlier.updatedAt } : settled
}

export function isSameIncident(one: Incident, other: Incident): boolean {
  const facts = ({ title, impact, status, url, components, startedAt, updatedAt, resolvedAt }: Incident) =>
    JSON.stringify([title, impact, status, url, components, startedAt, updatedAt, resolvedAt ?? null])
  return facts(one) === facts(other)
}
