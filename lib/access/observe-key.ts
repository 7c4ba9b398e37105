import type { Within } from '#lib/jobs/jobs'
import { runtime } from '#lib/server/runtime'
import type { Observer } from './observe.ts'
import type { ReadClient } from './read.ts'

/** What was observed about a key so far, and the way to write what is observed now. */
type KeyObserver = Observer & Pick<ReadClient, 'keyState' | 'pairing'>

/** Results of many tests at once may wait for a connection; none of them is lost over it. */
const WAIT = { maxWait: 10_000, timeout: 10_000 }

/**
 * The same door for one key: what is written is written as a whole, and two that observe the same key at once do it one
 * after the other, so that each sees what the other left. `within` carries what is sent along.
 */
export async function observeKey<T>(keyId: string, work: (db: KeyObserver, within: Within) => Promise<T>): Promise<T> {
  return runtime().db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM key_states WHERE key_id = ${keyId} FOR UPDATE`
    return work(tx, tx)
  }, WAIT)
}
