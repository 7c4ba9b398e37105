/** A process of its own on the database of a test, as a replica is: does background work and says what ran. */
import { createClient, createPool } from '#lib/db/client'
import { readEnv } from '#lib/env'
import type { Queue } from '#lib/jobs/queue'
import { QUEUES } from '#lib/jobs/queues'
import { startJobs } from '#lib/jobs/start-jobs'
import { readPolicy } from '#lib/outbound/policy'
import { setRuntime } from '#lib/server/runtime'
import { openKeyring } from '#lib/vault/open-keyring'

const env = readEnv()
const appUrl = env.databaseUrl ?? ''
const pool = createPool(appUrl)
const db = createClient(pool)
const keyring = await openKeyring({ env, db })
const outbound = readPolicy({ ...env, controlHosts: env.controlHosts ?? [] })
const runtime = { env, db, pool, keyring, outbound, appUrl, startedAt: new Date() }
setRuntime(runtime)

const clock: Queue = {
  name: 'test.clock',
  everySeconds: 2,
  atOnce: 1,
  lookEverySeconds: 1,
  withinSeconds: 60,
  retries: 0,
  run: async () => void process.stdout.write(`ran ${Date.now()}\n`),
}
const jobs = await startJobs(pool, [...QUEUES, clock])
setRuntime({ ...runtime, jobs })
process.stdout.write('ready\n')
