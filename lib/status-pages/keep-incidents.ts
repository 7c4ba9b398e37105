import type { Observer } from '#lib/access/observe'
import { isSameIncident } from './merge-incidents.ts'
import type { Incident } from './readers/reading.ts'

/** Writes what is new or different, and nothing else. */
export async function keepIncidents(
  db: Observer,
  pageUrl: string,
  before: Incident[],
  after: Incident[],
): Promise<void> {
  const known = new Map(before.map((incident) => [incident.externalId, incident]))
  const added = after.filter(({ externalId }) => !known.has(externalId))
  if (added.length > 0) await db.statusIncident.createMany({ data: added.map((each) => ({ ...each, pageUrl })) })
  for (const incident of after) {
    const { externalId } = incident
    const earlier = known.get(externalId)
    if (!earlier || isSameIncident(earlier, incident)) continue
    const data = { ...incident, resolvedAt: incident.resolvedAt ?? null }
    await db.statusIncident.update({ where: { pageUrl_externalId: { pageUrl, externalId } }, data })
  }
}
