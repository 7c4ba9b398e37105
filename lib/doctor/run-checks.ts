import { connect } from '#lib/backup/connect'
import { readClusterRecord } from '#lib/db/cluster-record'
import { findDatabase } from '#lib/db/start-database'
import type { Env } from '#lib/env'
import { isAppError } from '#lib/errors'
import { checkClock } from './check-clock.ts'
import { checkDataFolder } from './check-data-folder.ts'
import { checkDatabase } from './check-database.ts'
import { checkJobs } from './check-jobs.ts'
import { checkMasterKey } from './check-master-key.ts'
import { checkMigrations } from './check-migrations.ts'
import { checkNode } from './check-node.ts'
import { checkOutbound } from './check-outbound.ts'
import { type Finding, fail, warn } from './finding.ts'

/** Everything that the doctor looks at, each check on its own; changes nothing and makes nothing. */
export async function* runChecks(env: Env): AsyncGenerator<Finding> {
  const outbound = checkOutbound(env).catch(() => [warn('Outbound network', 'It could not be checked.')])
  yield checkNode()
  yield* await checkDataFolder(env.dataDir)
  yield* await checkStored(env)
  yield* await outbound
}

async function checkStored(env: Env): Promise<Finding[]> {
  try {
    if (!env.databaseUrl && !readClusterRecord(env.dataDir))
      return [warn('Database', 'There is none yet; npm start makes it.')]
    const database = await findDatabase(env)
    try {
      const client = await connect(database.adminUrl, 'claviger doctor')
      try {
        return [
          await checkDatabase(client, database.embedded),
          await checkMigrations(client),
          ...(await checkMasterKey(client, env)),
          await checkClock(client),
          await checkJobs(client),
        ]
      } finally {
        await client.end()
      }
    } finally {
      await database.stop()
    }
  } catch (error) {
    return [
      fail('Database', isAppError(error) ? error.message : 'The database answered in a way that was not expected.'),
    ]
  }
}
