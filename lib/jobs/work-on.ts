import type { Job, PgBoss } from 'pg-boss'
import { describeUnexpected } from '#lib/server/end-with-sentence'
import type { Queue } from './queue.ts'

/** A done job is kept for at least this long: what ran is looked up there, and so is what must not run twice. */
const KEPT_SECONDS = 3600

/** Makes the queue as it is declared, and lets this process work on it. Returns the ids of its workers. */
export async function workOn(boss: PgBoss, queue: Queue, stopping: AbortSignal, again: () => void): Promise<string[]> {
  const { name, on, everySeconds = 0, atOnce, atOnceAGroup, lookEverySeconds, heartbeatSeconds } = queue
  const options = {
    expireInSeconds: queue.withinSeconds,
    retryLimit: queue.retries,
    retryDelay: 1,
    deleteAfterSeconds: Math.max(KEPT_SECONDS, 2 * everySeconds),
    ...(heartbeatSeconds ? { heartbeatSeconds } : {}),
  }
  // Exclusive by key, and those of the clock have none: only one waits or runs. Every event is one of its own.
  await boss.createQueue(name, { ...options, policy: on ? 'standard' : 'exclusive' })
  await boss.updateQueue(name, options)
  if (on) await boss.subscribe(on, name)
  const run = async ([job]: Job<object>[]) => {
    if (!job || stopping.aborted) throw new Error('The process stops.')
    try {
      await queue.run(job.data, AbortSignal.any([stopping, job.signal]))
    } catch (error) {
      if (!stopping.aborted) console.error(`${name} failed with ${describeUnexpected(error)}`)
      // The queue keeps what a run throws, and messages of libraries may quote what they were given.
      throw new Error('It failed; the log of the server says where.')
    } finally {
      again()
    }
  }
  const settings = {
    pollingIntervalSeconds: lookEverySeconds,
    ...(atOnceAGroup ? { groupConcurrency: atOnceAGroup } : {}),
  }
  return Promise.all(Array.from({ length: atOnce }, () => boss.work(name, settings, run)))
}
