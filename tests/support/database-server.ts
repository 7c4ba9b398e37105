import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { stopPostgres } from '#lib/db/cluster'
import { runEmbeddedPostgres } from '#lib/db/embedded-postgres'
import { migrate } from '#lib/db/migrate'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection strings of the run's PostgreSQL, without a database's name at their end. */
    database: { superuserUrl: string; ownerUrl: string; appUrl: string }
  }
}

/** One PostgreSQL for the whole run, in a folder of its own, with a migrated template that every test copies. */
export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claviger-test-'))
  chmodSync(folder, 0o711)
  const postgres = await runEmbeddedPostgres(folder, { durable: false })
  await migrate(postgres.url('owner'), postgres.url('app'))
  await makeTemplate(postgres.url('superuser', 'postgres'))
  project.provide('database', {
    superuserUrl: postgres.url('superuser', ''),
    ownerUrl: postgres.url('owner', ''),
    appUrl: postgres.url('app', ''),
  })
  return async () => {
    await stopPostgres(postgres.cluster)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('ALTER DATABASE claviger IS_TEMPLATE true')
  await client.end()
}
