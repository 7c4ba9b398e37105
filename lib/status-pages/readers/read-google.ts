import type { Answer } from '#lib/providers/provider'
import { incidentsOf } from './incidents-of.ts'
import { type Impact, type StatusReading, stateOfIncident, worstOf } from './reading.ts'
import { type Fields, fieldsOf, lineOf, listOf, momentOf } from './untrusted.ts'

/** The feed holds years. What is older than this is not looked at again. */
const RECENT_MS = 30 * 24 * 60 * 60_000

const IMPACTS_OF: Record<string, Impact> = {
  AVAILABLE: 'none',
  SERVICE_INFORMATION: 'none',
  SERVICE_DISRUPTION: 'minor',
  SERVICE_OUTAGE: 'major',
}

/** Google's `incidents.json`: every incident of every product; one without an end still lasts. */
export function readGoogle({ json }: Answer, now: Date, page: string): StatusReading | null {
  if (!Array.isArray(json)) return null
  const all = listOf(json)
  if (json.length > 0 && !all.some((one) => 'begin' in one && 'external_desc' in one)) return null
  const recent = all.filter((one) => {
    const ended = momentOf(one.end, now)
    return !ended || now.getTime() - ended.getTime() < RECENT_MS
  })
  const incidents = incidentsOf(recent.map(toTold), now, page)
  return { state: worstOf(['operational', ...incidents.map(stateOfIncident)]), components: [], incidents }
}

function toTold(one: Fields) {
  const status = lineOf(one.status_impact, 40) || lineOf(fieldsOf(one.most_recent_update).status, 40)
  return {
    id: one.id,
    title: one.external_desc,
    impact: IMPACTS_OF[status] ?? 'minor',
    status: one.end ? 'resolved' : 'open',
    url: one.uri,
    components: [...listOf(one.affected_products).map(({ title }) => title), one.service_name],
    started: one.begin,
    updated: one.modified,
    resolved: one.end,
  }
}
