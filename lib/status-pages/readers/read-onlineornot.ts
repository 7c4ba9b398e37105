import type { Answer } from '#lib/providers/provider'
import { incidentsOf } from './incidents-of.ts'
import { type StatusReading, stateOfIncident, worstOf } from './reading.ts'
import { componentsOf, type Fields, fieldsOf, impactOf, lineOf, listOf, momentOf, stateOf } from './untrusted.ts'

/** The summary of OnlineOrNot. It has no state of the whole page but a sentence, so components and incidents decide. */
export function readOnlineornot({ json }: Answer, now: Date, page: string): StatusReading | null {
  const { result, success } = fieldsOf(json)
  const summary = fieldsOf(result)
  if (success === false || !Array.isArray(summary.components)) return null
  const components = componentsOf(
    listOf(summary.components).map(({ name, status }) => ({ name, state: stateOf(status) })),
  )
  const maintenances = listOf(summary.scheduled_maintenance).filter((one) => isUnderWay(one, now))
  const incidents = incidentsOf(
    [
      ...listOf(summary.active_incidents).map((one) => toTold(one, impactOf(one.impact))),
      ...maintenances.map((one) => toTold(one, 'maintenance' as const)),
    ],
    now,
    page,
  )
  const seen = [...components.map(({ state }) => state), ...incidents.map(stateOfIncident)]
  return { state: seen.length === 0 ? 'unknown' : worstOf(seen), components, incidents }
}

function isUnderWay({ status, started }: Fields, now: Date): boolean {
  const begins = momentOf(started, now)
  return /^in_progress$/i.test(lineOf(status, 50)) || (begins !== undefined && begins <= now)
}

function toTold(one: Fields, impact: ReturnType<typeof impactOf>) {
  const started = one.started ?? one.created_at
  return {
    id: one.id,
    title: one.title,
    impact,
    status: one.status,
    url: one.url,
    components: listOf(one.components).map(({ name }) => name),
    started,
    updated: one.updated_at,
    resolved: one.ended,
  }
}
