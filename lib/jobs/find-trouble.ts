import { QUEUE_SCHEMA } from '#lib/db/migrate-queue'
import { HEARTBEAT, HEARTBEAT_SECONDS } from './heartbeat.ts'

/** Three missed runs may be a machine that was busy or asleep. */
const LATE_SECONDS = 5 * HEARTBEAT_SECONDS

interface Asking {
  query(sql: string): Promise<{ rows: { seconds: number | null }[] }>
  /** How long there has been a process that should have run it. */
  upSeconds: number
}

/** Says in a sentence that background work is not done, whichever replica should do it; null where it is. */
export async function findTrouble({ query, upSeconds }: Asking): Promise<string | null> {
  const { rows } = await query(`
    SELECT extract(epoch FROM now() - max(completed_on))::float8 AS seconds FROM ${QUEUE_SCHEMA}.job
     WHERE name = '${HEARTBEAT}' AND state = 'completed'`)
  const seconds = rows[0]?.seconds ?? Number.POSITIVE_INFINITY
  if (Math.min(seconds, upSeconds) < LATE_SECONDS) return null
  const since = Number.isFinite(seconds) ? `for ${Math.round(seconds / 60)} minutes` : 'since the start'
  return `Background work has not run ${since}: scheduled and bulk tests wait. Look for its last words in the log of the server, then restart it.`
}
