import type { Prisma } from '#lib/db/generated/client'
import { isRecord } from '#lib/providers/read-error'
import { SERVICE_STATES, type ServiceState } from '#lib/providers/service-state'
import type { KeptPage } from './provider-status.ts'
import { type Component, IMPACTS, type Incident } from './readers/reading.ts'

type PageRow = Prisma.StatusPageGetPayload<{ include: { incidents: true } }>

/** A row as the code knows it; a word that this release does not know is unknown, not healthy. */
export function toKeptPage(row: PageRow): KeptPage {
  return {
    ...row,
    state: toState(row.state),
    components: toComponents(row.components),
    incidents: toIncidents(row.incidents),
  }
}

/** Open ones first, the latest first. */
export function toIncidents(rows: PageRow['incidents']): Incident[] {
  const incidents = rows.map(({ pageUrl: _, resolvedAt, impact, ...row }): Incident => {
    return { ...row, impact: IMPACTS.find((word) => word === impact) ?? 'minor', ...(resolvedAt ? { resolvedAt } : {}) }
  })
  const rank = ({ resolvedAt, startedAt }: Incident) => (resolvedAt ? 0 : 1e15) + startedAt.getTime()
  return incidents.sort((one, other) => rank(other) - rank(one))
}

function toState(word: unknown): ServiceState {
  return SERVICE_STATES.find((state) => state === word) ?? 'unknown'
}

function toComponents(stored: Prisma.JsonValue): Component[] {
  const rows: unknown[] = Array.isArray(stored) ? stored : []
  return rows.filter(isRecord).map(({ name, state }) => ({ name: String(name), state: toState(state) }))
}
