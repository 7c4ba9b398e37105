import type { Database } from '#lib/db/start-database'
import type { Env } from '#lib/env'

/** The moment before an upgrade changes a database that holds data already. */
export async function beforeMigrate(_env: Env, _database: Database, _pending: string[]): Promise<void> {}
