import type { Answer } from '#lib/providers/provider'
import { incidentsOf, type Told } from './incidents-of.ts'
import { type StatusReading, stateOfIncident, worstOf } from './reading.ts'
import { componentsOf, type Fields, fieldsOf, impactOf, lineOf, listOf, stateOf } from './untrusted.ts'

const OVER = /^(resolved|completed|postmortem)$/
const UNDER_WAY = /^(in_progress|verifying)$/

/**
 * `/api/v2/summary.json` of Atlassian Statuspage, and of incident.io and others that speak like it. The "lite" ones leave
 * out the indicator, components, impacts or times; then what is there decides.
 */
export function readStatuspage({ json }: Answer, now: Date, page: string): StatusReading | null {
  const summary = fieldsOf(json)
  const indicator = stateOf(fieldsOf(summary.status).indicator)
  const isSummary = Array.isArray(summary.incidents) || Array.isArray(summary.components)
  if (indicator === 'unknown' && !isSummary) return null
  const components = componentsOf(
    listOf(summary.components)
      .filter(({ group }) => group !== true)
      .map(({ name, status }) => ({ name, state: stateOf(status) })),
  )
  const maintenances = listOf(summary.scheduled_maintenances).filter(({ status }) => UNDER_WAY.test(lineOf(status, 50)))
  const told = [
    ...listOf(summary.incidents).map((one) => toTold(one, one.impact)),
    ...maintenances.map((one) => toTold(one, 'maintenance')),
  ]
  const incidents = incidentsOf(told, now, page)
  const known =
    indicator === 'unknown' ? [...components.map(({ state }) => state), 'operational' as const] : [indicator]
  return { state: worstOf([...known, ...incidents.map(stateOfIncident)]), components, incidents }
}

function toTold(incident: Fields, impact: unknown): Told {
  return {
    id: incident.id,
    title: incident.name,
    impact: impact === undefined || impact === null ? 'minor' : impactOf(impact),
    status: incident.status,
    url: incident.shortlink ?? incident.url,
    components: listOf(incident.components ?? incident.affected_components).map(({ name }) => name),
    started: incident.started_at ?? incident.scheduled_for ?? incident.created_at,
    updated: incident.updated_at,
    resolved: incident.resolved_at,
    isOver: OVER.test(lineOf(incident.status, 50)),
  }
}
