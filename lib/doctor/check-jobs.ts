import type { Client } from 'pg'
import { QUEUE_SCHEMA, queueVersion } from '#lib/db/migrate-queue'
import { findTrouble } from '#lib/jobs/find-trouble'
import { type Finding, ok, warn } from './finding.ts'

const NAME = 'Background work'

/** Scheduled and bulk tests are done by servers that run: whether any does, and whether they get on. */
export async function checkJobs(client: Client): Promise<Finding> {
  if ((await queueVersion(client)) === undefined) return warn(NAME, 'There is no queue yet; the next start makes it.')
  // A server looks for lost work every 30 s, and leaves its mark.
  const { rows } = await client.query<{ alive: boolean | null }>(
    `SELECT max(monitor_on) > now() - interval '2 minutes' AS alive FROM ${QUEUE_SCHEMA}.queue`,
  )
  if (!rows[0]?.alive)
    return ok(NAME, 'No server does any now. Where one should be running, /api/v1/health/ready and its log say more.')
  const query = (sql: string) => client.query<{ seconds: number | null }>(sql)
  const trouble = await findTrouble({ query, upSeconds: Number.POSITIVE_INFINITY })
  return trouble ? warn(NAME, trouble) : ok(NAME, 'Scheduled and bulk tests run.')
}
