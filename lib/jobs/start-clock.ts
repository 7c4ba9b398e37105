import type { PgBoss } from 'pg-boss'
import { describeUnexpected } from '#lib/server/end-with-sentence'
import type { Queue } from './queue.ts'

/** So much later than it was due, a tick means that the machine slept. */
const SLEPT = 2.5

/**
 * Sends a queue that runs by the clock its job, now and in every span from now on. Each replica does; the database takes
 * one a span, by its own clock. What a sleeping machine missed is not made up for, and its first tick is left out: a
 * machine that woke this moment has no network yet. Returns what stops it.
 */
export function startClock(boss: PgBoss, { name, everySeconds }: Queue, wake: () => void): () => void {
  if (!everySeconds) return () => {}
  let tickedAt = Date.now()
  const tick = async () => {
    const waitedMs = Date.now() - tickedAt
    tickedAt = Date.now()
    if (waitedMs > SLEPT * everySeconds * 1000) return
    try {
      if (await boss.send(name, {}, { singletonSeconds: everySeconds })) wake()
    } catch (error) {
      console.error(`${name} was not begun because of ${describeUnexpected(error)}`)
    }
  }
  void tick()
  const timer = setInterval(tick, everySeconds * 1000)
  return () => clearInterval(timer)
}
