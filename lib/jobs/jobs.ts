import type { EventName, Events } from './events.ts'

/** What each queue is sent; those that run by the clock get nothing. */
export interface JobData {
  'batches.run': { batchId: string }
  'tests.run': { keyId: string }
  'bulk.run': { bulkChangeId: string }
  'rotations.run': { rotationId: string }
}

/** A transaction that something is sent within: it arrives when, and only when, the rest is committed. */
export interface Within {
  $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T>
}

export interface SentJob<Data> {
  data: Data
  /** Of one key, no two wait or run at once. */
  key?: string
  /** What shares a limit, where the queue has one for each group. */
  group?: string
}

/** The running queues of this process. */
export interface Jobs {
  send<N extends keyof JobData>(name: N, jobs: SentJob<JobData[N]>[], within?: Within): Promise<void>
  publish<E extends EventName>(event: E, data: Events[E], within?: Within): Promise<void>
  /** Lets this process look at once for what was just sent and committed; others find it at their next look. */
  wake(name: keyof JobData): void
  /** Takes no new job, gives running ones a few seconds; what is unfinished then is done by whoever starts next. */
  stop(): Promise<void>
}
