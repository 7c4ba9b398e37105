import { z } from 'zod'
import { Reference } from '#lib/keys/schema'
import { ListQuery, listOf } from '#lib/list/cursor'
import { PairingResult } from '#lib/pairing/schema'
import { VERDICTS } from '#lib/providers/verdict'

export const TestKeyInput = z.strictObject({
  /** The current one unless said. */
  version: z.number().int().min(1).optional(),
})
export type TestKeyInput = z.infer<typeof TestKeyInput>

export const PairingList = listOf(PairingResult)

export const CreateBatchInput = z.strictObject({
  ids: z.array(Reference).min(1, 'Choose at least one key.').max(1000, 'Choose up to 1,000 keys at once.'),
})
export type CreateBatchInput = z.infer<typeof CreateBatchInput>

export const BATCH_STATES = ['running', 'ended', 'cancelled'] as const
const count = z.number().int()

/** How many of its keys are where; `paired` are those of `done` that work. */
export const BatchCounts = z.object({
  total: count,
  waiting: count,
  running: count,
  done: count,
  paired: count,
  refused: count,
  cancelled: count,
})

const batch = {
  id: z.string(),
  state: z.enum(BATCH_STATES),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  counts: BatchCounts,
}
export const BatchList = listOf(z.object(batch))
export type BatchSummary = z.infer<typeof BatchList>['items'][number]

/** One key of a batch; name and place are told while the caller sees the key. */
export const BatchItem = z.object({
  keyId: z.string(),
  key: z.object({ name: z.string(), project: z.string(), environment: z.string(), protected: z.boolean() }).nullable(),
  state: z.enum(['waiting', 'running', 'done', 'refused', 'cancelled']),
  /** What came of it, in short; the whole result is at `/pairings/{id}`. */
  result: z.object({ id: z.string(), verdict: z.enum(VERDICTS), headline: z.string(), stages: z.string() }).nullable(),
  /** Why it was refused. */
  reason: z.string().nullable(),
})
export type BatchItem = z.infer<typeof BatchItem>
export const Batch = z.object({ ...batch, items: z.array(BatchItem) })
export type Batch = z.infer<typeof Batch>

export const ListBatchesQuery = ListQuery.extend({ state: z.enum(BATCH_STATES).optional() })
export type ListBatchesQuery = z.infer<typeof ListBatchesQuery>
