import type { Client } from 'pg'
import { migrationState } from '#lib/db/migrate'
import { type Finding, fail, ok, warn } from './finding.ts'

const NAME = 'Migrations'

export async function checkMigrations(client: Client): Promise<Finding> {
  const { pending, unknown } = await migrationState(client)
  if (unknown.length) {
    return fail(
      NAME,
      `A newer version of Claviger has changed this database (${unknown[0]} is not known here). Start that version.`,
    )
  }
  if (pending.length === 0) return ok(NAME, "The database has this version's schema.")
  return warn(
    NAME,
    `${pending.length} migrations are waiting; the next start applies them, after a backup (first: ${pending[0]}).`,
  )
}
