import type { Impact, Incident } from './reading.ts'
import { addressOf, lineOf, momentOf } from './untrusted.ts'

const MOST_INCIDENTS = 50

/** An incident as a page wrote it, before any of it is believed. */
export interface Told {
  id: unknown
  title: unknown
  impact: Impact
  status?: unknown
  url?: unknown
  components?: unknown[]
  started?: unknown
  updated?: unknown
  resolved?: unknown
  /** It is over, though the page may not say since when. */
  isOver?: boolean
}

/** At most 50 incidents, those that last before those that are over, the latest first; each id once. */
export function incidentsOf(told: Told[], now: Date, page?: string): Incident[] {
  const found = told.flatMap((each) => toIncident(each, now, page) ?? [])
  const once = [...new Map(found.map((each) => [each.externalId, each])).values()]
  const isOver = ({ resolvedAt }: Incident) => (resolvedAt ? 1 : 0)
  return once
    .sort((one, other) => isOver(one) - isOver(other) || other.startedAt.getTime() - one.startedAt.getTime())
    .slice(0, MOST_INCIDENTS)
}

function toIncident(told: Told, now: Date, page?: string): Incident | null {
  const title = lineOf(told.title, 300)
  const externalId = lineOf(told.id, 200) || title.slice(0, 200)
  if (!externalId) return null
  const started = momentOf(told.started, now)
  const updatedAt = momentOf(told.updated, now) ?? started ?? now
  const resolvedAt = momentOf(told.resolved, now) ?? (told.isOver ? updatedAt : undefined)
  const components = (told.components ?? []).slice(0, 20).map((name) => lineOf(name, 100))
  return {
    externalId,
    title: title || 'Incident without a title',
    impact: told.impact,
    status: lineOf(told.status, 50).toLowerCase().replaceAll(' ', '_') || (resolvedAt ? 'resolved' : 'open'),
    url: addressOf(told.url, page),
    components: [...new Set(components.filter(Boolean))],
    startedAt: started ?? updatedAt,
    updatedAt,
    ...(resolvedAt ? { resolvedAt } : {}),
  }
}
