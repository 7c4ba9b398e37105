import { runtime } from '#lib/server/runtime'

const KEPT_DAYS = 90
/** At a time, so that no transaction is long. */
const BATCH = 5000

/**
 * Forgets old results of scheduled tests that only confirmed the one before: about 5 KiB each, once a day a key. What
 * changed stays, what a person asked for stays, and so does the last result of each key.
 */
export async function tidyPairings(now = new Date()): Promise<void> {
  const { db } = runtime()
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  for (;;) {
    const count = await db.$executeRaw`
      DELETE FROM pairings WHERE id IN (
        SELECT id FROM pairings p
        WHERE repeat_of IS NOT NULL AND started_at < ${before}
          AND NOT EXISTS (SELECT FROM key_states s WHERE s.last_pairing_id = p.id)
        LIMIT ${BATCH}
      )`
    if (count < BATCH) return
  }
}
