import type { Answer } from '#lib/providers/provider'
import { incidentsOf } from './incidents-of.ts'
import { type StatusReading, stateOfIncident, worstOf } from './reading.ts'
import { componentsOf, type Fields, fieldsOf, lineOf, listOf, momentOf, stateOf } from './untrusted.ts'

/** `/index.json` of Better Stack, which its own page reads: JSON:API, with everything else among `included`. */
export function readBetterstack({ json }: Answer, now: Date, page: string): StatusReading | null {
  const document = fieldsOf(json)
  const state = stateOf(fieldsOf(fieldsOf(document.data).attributes).aggregate_state)
  const included = listOf(document.included)
  if (state === 'unknown' && included.length === 0) return null
  const resources = included.filter(({ type }) => type === 'status_page_resource')
  const names = new Map(resources.map(({ id, attributes }) => [lineOf(id, 50), fieldsOf(attributes).public_name]))
  const components = componentsOf(
    resources.map(({ attributes }) => {
      const { public_name: name, status } = fieldsOf(attributes)
      return { name, state: stateOf(status) }
    }),
  )
  const reports = included
    .filter(({ type, attributes }) => type === 'status_report' && hasBegun(fieldsOf(attributes), now))
    .map(({ id, attributes }) => toTold(id, fieldsOf(attributes), names))
  const incidents = incidentsOf(reports, now, page)
  return { state: worstOf([state, ...incidents.map(stateOfIncident)]), components, incidents }
}

function hasBegun({ starts_at }: Fields, now: Date): boolean {
  const begins = momentOf(starts_at, now)
  return begins !== undefined && begins <= now
}

function toTold(id: unknown, report: Fields, names: Map<string, unknown>) {
  const affected = listOf(report.affected_resources)
  const worst = worstOf(affected.map(({ status }) => stateOf(status)))
  const isMaintenance = report.report_type === 'maintenance'
  return {
    id,
    title: report.title,
    impact: isMaintenance ? ('maintenance' as const) : worst === 'outage' ? ('major' as const) : ('minor' as const),
    status: report.aggregate_state,
    components: affected.map((one) => names.get(lineOf(one.status_page_resource_id, 50))),
    started: report.starts_at,
    updated: report.updated_at,
    resolved: report.ends_at,
    isOver: /^(resolved|completed)$/i.test(lineOf(report.aggregate_state, 50)),
  }
}
