import { mayBeScheduled } from '#lib/keys/test-schedule'
import { testLane } from '#lib/pairings/test-lane'
import { catalog } from '#lib/providers/catalog'
import { runtime } from '#lib/server/runtime'
import { requireJobs } from './require-jobs.ts'

/** A minute's worth: after a long sleep everything is due, and is caught up with little by little, once a key. */
const MOST_AT_A_TIME = 30

interface DueKey {
  id: string
  provider: string
  baseUrl: string | null
}

/**
 * Sends the keys whose test is due to the queue, and marks them, in one transaction: a key is sent once, whoever else looks
 * at the same moment. A key that somebody tested since its moment came needs no other test. `nextTestAt` says the same.
 */
export async function claimDueTests(): Promise<void> {
  const free = catalog.filter(mayBeScheduled).map(({ id }) => id)
  await runtime().db.$transaction(async (tx) => {
    const due = await tx.$queryRaw<DueKey[]>`
      WITH due AS (
        SELECT k.id, k.provider, k.base_url FROM keys k
          JOIN key_states s ON s.key_id = k.id
          JOIN environments e ON e.id = k.environment_id
          JOIN projects p ON p.id = k.project_id
          CROSS JOIN LATERAL (SELECT coalesce(k.test_every_hours, e.test_every_hours) * 3600 AS span) every
          CROSS JOIN LATERAL (
            SELECT ('x' || encode(substr(sha256(convert_to(k.id, 'UTF8')), 1, 4), 'hex'))::bit(32)::bigint % nullif(span, 0) AS shift
          ) own
          CROSS JOIN LATERAL (
            SELECT to_timestamp(floor((extract(epoch FROM now()) - shift) / span) * span + shift) AS due_at
          ) slot
        WHERE k.deleted_at IS NULL AND k.revoked_at IS NULL AND p.deleted_at IS NULL AND span > 0 AND k.purpose = 'application'
          AND k.provider = ANY(${free})
          AND due_at > greatest(k.version_created_at, s.last_scheduled_at, s.last_pairing_at)
        ORDER BY due_at, k.id LIMIT ${MOST_AT_A_TIME} FOR UPDATE OF s SKIP LOCKED
      )
      UPDATE key_states s SET last_scheduled_at = now() FROM due WHERE s.key_id = due.id
      RETURNING due.id, due.provider, due.base_url AS "baseUrl"`
    if (due.length === 0) return
    const jobs = due.map((key) => ({ data: { keyId: key.id }, key: key.id, group: testLane(key) }))
    await requireJobs().send('tests.run', jobs, tx)
  })
  requireJobs().wake('tests.run')
}
