import type { PrismaClient } from '#lib/db/generated/client'
import { runtime } from '#lib/server/runtime'

/** What bookkeeping may write: never keys, versions, grants or policy. */
type Observable =
  | 'keyState'
  | 'pairing'
  | 'pairingBatch'
  | 'pairingBatchItem'
  | 'usageEvent'
  | 'rateLimit'
  | 'session'
  | 'token'
  | 'valueProof'
  | 'anonymousDenial'
  | 'statusPage'
  | 'statusIncident'
  | 'openClawGateway'
  | 'automation'
  | 'rotation'
  | 'warning'
  | 'warningDelivery'
  | 'channel'
  | 'calendarFeed'
  | 'bulkChange'
  | 'bulkChangeItem'
type ObserveVerb = 'create' | 'createMany' | 'createManyAndReturn' | 'update' | 'updateMany' | 'upsert' | 'deleteMany'
export type Observer = { [M in Observable]: Pick<PrismaClient[M], Extract<keyof PrismaClient[M], ObserveVerb>> }

/** The door for what is nobody's action: usage, counters, session touch, kept test results. Leaves no audit event. */
export async function observe<T>(work: (db: Observer) => Promise<T>): Promise<T> {
  return work(runtime().db)
}

/** The same for writes that belong together: all of them are kept, or none. */
export async function observeTogether<T>(work: (db: Observer) => Promise<T>): Promise<T> {
  return runtime().db.$transaction((tx) => work(tx))
}
