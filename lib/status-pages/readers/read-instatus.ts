import type { Answer } from '#lib/providers/provider'
import { incidentsOf } from './incidents-of.ts'
import { type StatusReading, stateOfIncident, worstOf } from './reading.ts'
import { fieldsOf, impactOf, lineOf, listOf, stateOf } from './untrusted.ts'

/** `/summary.json` of Instatus: the state of the whole page, and what goes on now. Components stand elsewhere. */
export function readInstatus({ json }: Answer, now: Date, page: string): StatusReading | null {
  const summary = fieldsOf(json)
  const state = stateOf(fieldsOf(summary.page).status)
  if (state === 'unknown') return null
  const incidents = incidentsOf(
    [
      ...listOf(summary.activeIncidents).map((one) => ({ one, impact: impactOf(one.impact) })),
      ...listOf(summary.activeMaintenances)
        .filter(({ status }) => !/^(notstartedyet|completed)$/i.test(lineOf(status, 50)))
        .map((one) => ({ one, impact: 'maintenance' as const })),
    ].map(({ one, impact }) => ({
      id: one.id ?? one.url,
      title: one.name,
      impact,
      status: one.status,
      url: one.url,
      started: one.started ?? one.start,
      updated: one.updatedAt,
    })),
    now,
    page,
  )
  return { state: worstOf([state, ...incidents.map(stateOfIncident)]), components: [], incidents }
}
