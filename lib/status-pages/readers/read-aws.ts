import type { Answer } from '#lib/providers/provider'
import { incidentsOf } from './incidents-of.ts'
import { readRss } from './read-rss.ts'
import { type Impact, type StatusReading, stateOfIncident, worstOf } from './reading.ts'
import { type Fields, fieldsOf, lineOf, listOf } from './untrusted.ts'

/** AWS's own codes: 0 over, 1 informational, 2 degraded, 3 disrupted. */
const IMPACT_OF_CODE: Record<string, Impact> = { 0: 'none', 1: 'none', 2: 'minor', 3: 'major' }

/** `currentevents` of AWS (UTF-16), or one of its RSS feeds. An empty list is health. */
export function readAws(answer: Answer, now: Date, page: string): StatusReading | null {
  if (answer.kind !== 'json') return readRss(answer, now, page)
  if (!Array.isArray(answer.json)) return null
  const events = listOf(answer.json)
  if (answer.json.length > 0 && !events.some((one) => 'arn' in one || 'service' in one)) return null
  const incidents = incidentsOf(events.map(toTold), now, page)
  return { state: worstOf(['operational', ...incidents.map(stateOfIncident)]), components: [], incidents }
}

function toTold(event: Fields) {
  const log = listOf(event.event_log)
  const latest = fieldsOf(log.at(-1))
  const code = lineOf(event.status ?? latest.status, 5)
  const ended = event.end_time ?? event.endTime
  const where = lineOf(event.region_name, 60)
  const name = lineOf(event.service_name ?? event.service, 80)
  return {
    id: event.arn ?? `${lineOf(event.service, 80)} ${lineOf(event.date, 20)}`,
    title: event.summary ?? latest.summary ?? name,
    impact: IMPACT_OF_CODE[code] ?? ('minor' as const),
    status: code === '0' ? 'resolved' : 'open',
    components: [where ? `${name} (${where})` : name],
    started: event.date ?? event.startTime,
    updated: latest.timestamp ?? event.date,
    resolved: ended,
    isOver: code === '0' || Boolean(ended),
  }
}
