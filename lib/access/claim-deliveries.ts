import { runtime } from '#lib/server/runtime'

/** Whoever sends them and is silent for so long is gone. */
const LEASE = '2 minutes'

/**
 * Takes deliveries that are due, for this worker alone: whoever else looks at the same moment takes others. Those of one
 * recipient come together. One whose sender was killed is sent again, with the same id.
 */
export async function claimDeliveries(most: number): Promise<string[]> {
  const rows = await runtime().db.$queryRawUnsafe<{ id: string }[]>(
    `UPDATE warning_deliveries SET state = 'sending', tries = tries + 1, next_at = now() + interval '${LEASE}'
     WHERE id IN (
       SELECT id FROM warning_deliveries
       WHERE state IN ('waiting', 'sending') AND next_at <= now() AND way <> 'inbox'
       ORDER BY way, recipient, id LIMIT $1 FOR UPDATE SKIP LOCKED)
     RETURNING id`,
    most,
  )
  return rows.map(({ id }) => id)
}
