import { fromPrisma, PgBoss } from 'pg-boss'
import type { Pool } from '#lib/db/client'
import { QUEUE_SCHEMA } from '#lib/db/migrate-queue'
import { describeUnexpected } from '#lib/server/end-with-sentence'
import type { Jobs } from './jobs.ts'
import type { Queue } from './queue.ts'
import { startClock } from './start-clock.ts'
import { workOn } from './work-on.ts'

const GRACE_MS = 4_000
const LISTENERS = `SELECT name FROM ${QUEUE_SCHEMA}.subscription WHERE event = $1`
/** How often what was lost is looked for. */
const SUPERVISE_SECONDS = 30

/**
 * Starts the queues of this process on the app's own connections. Its tables were made by `migrate`: the app role may
 * change nothing about them, so what would need their owner is off.
 */
export async function startJobs(pool: Pool, queues: readonly Queue[]): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: QUEUE_SCHEMA,
    migrate: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    maintenanceIntervalSeconds: 6 * 3600,
    queueCacheIntervalSeconds: 600,
    openTelemetry: { enabled: false },
  })
  boss.on('error', (error) => console.error(`Background work went on after ${describeUnexpected(error)}`))
  await boss.start()
  const stopping = new AbortController()
  const workers = new Map<string, string[]>()
  const wake = (name: string) => {
    for (const id of workers.get(name) ?? []) boss.notifyWorker(id)
  }
  const begin = async (queue: Queue) =>
    workers.set(queue.name, await workOn(boss, queue, stopping.signal, () => wake(queue.name)))
  await Promise.all(queues.map(begin))
  const clocks = queues.map((queue) => startClock(boss, queue, () => wake(queue.name)))
  return {
    send: async (name, jobs, within) => {
      const rows = jobs.map(({ data, key, group }) => ({
        data,
        ...(key ? { singletonKey: key } : {}),
        ...(group ? { group: { id: group } } : {}),
      }))
      await boss.insert(name, rows, within ? { db: fromPrisma(within) } : {})
    },
    publish: async (event, data, within) => {
      if (!within) return boss.publish(event, data)
      // pg-boss would look up who listens on a connection of its own: of ten transactions that hold all ten, each would
      // wait for an eleventh.
      const listeners = await within.$queryRawUnsafe<{ name: string }[]>(LISTENERS, event)
      for (const { name } of listeners) await boss.insert(name, [{ data }], { db: fromPrisma(within) })
    },
    wake,
    stop: async () => {
      stopping.abort()
      for (const stopClock of clocks) stopClock()
      await boss.stop({ close: false, timeout: GRACE_MS })
    },
  }
}
