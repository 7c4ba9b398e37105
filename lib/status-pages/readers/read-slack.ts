import type { Answer } from '#lib/providers/provider'
import { incidentsOf } from './incidents-of.ts'
import { type Impact, type StatusReading, stateOfIncident, worstOf } from './reading.ts'
import { fieldsOf, lineOf, listOf } from './untrusted.ts'

const IMPACT_OF_TYPE: Record<string, Impact> = {
  outage: 'major',
  incident: 'minor',
  maintenance: 'maintenance',
  notice: 'none',
}

/** Slack's own `/api/v2.0.0/current`: `ok` or `active`, and what is active. */
export function readSlack({ json }: Answer, now: Date, page: string): StatusReading | null {
  const current = fieldsOf(json)
  if (current.status !== 'ok' && current.status !== 'active') return null
  const incidents = incidentsOf(
    listOf(current.active_incidents)
      .filter(({ status }) => status !== 'scheduled' && status !== 'cancelled')
      .map((one) => ({
        id: one.id,
        title: one.title,
        impact: IMPACT_OF_TYPE[lineOf(one.type, 20)] ?? 'minor',
        status: one.status,
        url: one.url,
        components: Array.isArray(one.services) ? one.services : [],
        started: one.date_created,
        updated: one.date_updated,
        isOver: /^(resolved|completed)$/.test(lineOf(one.status, 20)),
      })),
    now,
    page,
  )
  const itself = current.status === 'ok' || incidents.length > 0 ? 'operational' : 'degraded'
  return { state: worstOf([itself, ...incidents.map(stateOfIncident)]), components: [], incidents }
}
