import type { Answer } from '#lib/providers/provider'
import type { ServiceState } from '#lib/providers/service-state'
import { incidentsOf } from './incidents-of.ts'
import { type StatusReading, stateOfIncident, worstOf } from './reading.ts'
import { componentsOf, type Fields, fieldsOf, listOf } from './untrusted.ts'

/** status.io's codes (kb.status.io/developers/status-codes): 100 operational, 200 maintenance, 300 degraded, 400 partial, 500 disruption, 600 security. */
const CODES: Record<number, ServiceState> = {
  100: 'operational',
  200: 'maintenance',
  300: 'degraded',
  400: 'degraded',
  500: 'outage',
  600: 'degraded',
}

/** `/1.0/status/<page id>` of status.io. */
export function readStatusio({ json }: Answer, now: Date, page: string): StatusReading | null {
  const result = fieldsOf(fieldsOf(json).result)
  const state = stateOfCode(fieldsOf(result.status_overall).status_code)
  if (state === 'unknown' && !Array.isArray(result.status)) return null
  const components = componentsOf(
    listOf(result.status).map(({ name, status_code }) => ({ name, state: stateOfCode(status_code) })),
  )
  const incidents = incidentsOf(
    [
      ...listOf(result.incidents).map((one) => toTold(one)),
      ...listOf(fieldsOf(result.maintenance).active).map((one) => ({ ...toTold(one), impact: 'maintenance' as const })),
    ],
    now,
    page,
  )
  const seen = [state, ...components.map((one) => one.state), ...incidents.map(stateOfIncident)]
  return { state: worstOf(seen), components, incidents }
}

function toTold(incident: Fields) {
  const { name, _id, id, datetime_open, datetime_resolved } = incident
  // The first message is the latest.
  const latest = fieldsOf(listOf(incident.messages)[0])
  const state = stateOfCode(latest.status ?? incident.current_status_code)
  return {
    id: _id ?? id,
    title: name,
    impact: state === 'outage' ? ('major' as const) : ('minor' as const),
    status: STEPS[Number(latest.state)],
    components: listOf(incident.components_affected).map((one) => one.name),
    started: datetime_open ?? incident.datetime_actual_start,
    updated: latest.datetime,
    resolved: datetime_resolved,
    isOver: Number(latest.state) === 400,
  }
}

const STEPS: Record<number, string> = { 100: 'investigating', 200: 'identified', 300: 'monitoring', 400: 'resolved' }

function stateOfCode(code: unknown): ServiceState {
  return CODES[Number(code)] ?? 'unknown'
}
