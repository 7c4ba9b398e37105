/** The process of `npm start` and `npm run dev`: everything that runs is begun here, and ended here. */
import { backUpBeforeMigrating } from '#lib/backup/back-up-before-migrating'
import { createClient, createPool, type Pool } from '#lib/db/client'
import { migrate } from '#lib/db/migrate'
import { prepareDataFolder } from '#lib/db/prepare-data-folder'
import { type Database, startDatabase } from '#lib/db/start-database'
import { type Env, readEnv } from '#lib/env'
import { QUEUES } from '#lib/jobs/queues'
import { startJobs } from '#lib/jobs/start-jobs'
import { readPolicy } from '#lib/outbound/policy'
import { openKeyring } from '#lib/vault/open-keyring'
import { startChanges } from './changes.ts'
import { describeUnexpected, endWithSentence } from './end-with-sentence.ts'
import { readinessCheck } from './health.ts'
import { prepareSecrets } from './prepare-secrets.ts'
import { printReady } from './print-ready.ts'
import { runtime, setRuntime } from './runtime.ts'
import { startDemo } from './start-demo.ts'
import { startNext } from './start-next.ts'
import { startServer } from './start-server.ts'
import { Stopping, stopOnSignals } from './stop.ts'

const stopping = new Stopping()

async function start(dev: boolean): Promise<void> {
  const demo = await startDemo()
  if (demo) stopping.add(demo.stop)
  const env = readEnv({ ...process.env, ...demo?.settings })
  const outbound = readPolicy({ ...env, controlHosts: env.controlHosts ?? [] })
  await prepareDataFolder(env.dataDir)
  const server = await startServer(env, { dev })

  const database = await startDatabase(env)
  stopping.add(database.stop)
  await migrate(database.adminUrl, database.appUrl, {
    beforeApply: (pending) => backUp(env, database, pending),
  })
  const pool = createPool(database.appUrl)
  stopping.add(() => pool.end())
  const db = createClient(pool)
  stopping.add(() => db.$disconnect())
  const keyring = await openKeyring({ env, db })
  const changes = await startChanges(database.appUrl)
  setRuntime({ env, db, pool, keyring, outbound, changes, appUrl: database.appUrl, startedAt: new Date() })

  prepareSecrets(env, keyring)
  // At once: the one waits for the database, the other for the processor.
  const [next] = await Promise.all([startNext(env, server.http, dev), startWork(pool)])
  stopping.add(next.close)
  // Whoever waits for a change is answered before the doors close.
  stopping.add(server.close)
  stopping.add(changes.stop)
  server.open({ handle: next.handle, readiness: readinessCheck() })
  await demo?.fill(runtime())
  await printReady(env)
  // From here on, what goes wrong in one request's background must not end everybody else's.
  process.off('unhandledRejection', fail)
  process.on('unhandledRejection', (error) => console.error(`Claviger went on after ${describeUnexpected(error)}`))
}

/** The product serves people without background work, too; health and doctor say that there is none. */
async function startWork(pool: Pool): Promise<void> {
  try {
    const jobs = await startJobs(pool, QUEUES)
    runtime().jobs = jobs
    stopping.add(jobs.stop)
  } catch (error) {
    console.error(`Background work could not be started because of ${describeUnexpected(error)}`)
  }
}

async function backUp({ dataDir }: Env, { adminUrl }: Database, pending: string[]): Promise<void> {
  const file = await backUpBeforeMigrating({ adminUrl, dataDir }, pending)
  if (file) process.stdout.write(`Backed up before the upgrade: ${file}\n`)
}

async function fail(error: unknown): Promise<never> {
  await stopping.run()
  return endWithSentence(error)
}

stopOnSignals(stopping)
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
await start(process.argv.includes('--dev')).catch(fail)
