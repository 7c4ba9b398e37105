import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { findProvider } from '#lib/providers/catalog'
import { LIVE, type Matter } from './matter.ts'

/** Incidents that providers of keys here report on their status pages. */
export async function findIncidents(grant: Grant): Promise<Matter[]> {
  const open = await read(grant).statusIncident.findMany({
    where: { resolvedAt: null, page: { state: { in: ['degraded', 'outage'] }, failures: 0 } },
    orderBy: { startedAt: 'desc' },
  })
  if (open.length === 0) return []
  const used = await read(grant).key.groupBy({ by: ['provider'], where: LIVE })
  return used.flatMap(({ provider }): Matter[] => {
    const feed = findProvider(provider)?.status
    const incident = feed && open.find(({ pageUrl }) => pageUrl === feed.url)
    if (!incident) return []
    return [
      {
        kind: 'provider_incident',
        subject: `provider_incident:${provider}:${incident.externalId}`.slice(0, 400),
        stage: 0,
        level: 'warn',
        keyId: null,
        projectId: null,
        environmentId: null,
        provider,
        dueAt: incident.startedAt,
        title: `${findProvider(provider)?.name ?? provider} reports an incident`,
        detail: `${incident.title.slice(0, 300)}. Keys of this provider may fail for that reason alone.`,
      },
    ]
  })
}
