import type { Place } from './place.ts'
import type { Server } from './server.ts'

export interface Fetched {
  etag: string
  values: Record<string, { value: string; version: number }>
}

export interface Wanted {
  place: Place
  /** All that the token reaches where left out. */
  names?: string[] | undefined
  reason?: string | undefined
}

/** Longer than the server waits, so that it is the server that ends a wait. */
const SLACK_MS = 15_000
export const WAIT_SECONDS = 60

export function fetchPath(
  { place: { project, environment }, names, reason }: Wanted,
  more: Record<string, string> = {},
): string {
  const asked = { ...(names ? { names: names.join(',') } : {}), ...(reason ? { reason } : {}), ...more }
  return `/fetch/${encodeURIComponent(project)}/${encodeURIComponent(environment)}?${new URLSearchParams(asked)}`
}

/** The current values. */
export async function fetchValues(server: Server, wanted: Wanted): Promise<Fetched> {
  const { text } = await server.send(fetchPath(wanted))
  return JSON.parse(text) as Fetched
}

/** Waits until there is something else than what the tag stands for; null where there was nothing in that time. */
export async function waitForChange(
  server: Server,
  wanted: Wanted,
  known: string,
  {
    signal,
    opens = true,
    waitSeconds = WAIT_SECONDS,
    isBackground = false,
  }: { signal: AbortSignal; opens?: boolean; waitSeconds?: number; isBackground?: boolean },
): Promise<Fetched | null> {
  const more = { wait: String(waitSeconds), ...(opens ? {} : { values: 'none' }) }
  const { status, text } = await server.send(fetchPath(wanted, more), {
    headers: { 'if-none-match': known },
    timeoutMs: WAIT_SECONDS * 1000 + SLACK_MS,
    signal,
    isBackground,
  })
  return status === 304 ? null : (JSON.parse(text) as Fetched)
}
