import { z } from 'zod'
import { Reference } from '#lib/keys/schema'
import { listOf } from '#lib/list/cursor'
import { ROTATION_STATES } from '#lib/rotations/schema'
import { line } from '#lib/text/line'

const ids = z.array(Reference).min(1, 'Choose at least one key.').max(1000, 'Choose up to 1,000 keys at once.')
const reason = line(1000)

export const CreateBulkChangeInput = z.discriminatedUnion('kind', [
  /** Through key APIs: a key without an automation is refused, and told. */
  z.strictObject({
    kind: z.literal('rotate'),
    ids,
    reason: reason.optional(),
    overlapHours: z.number().int().min(0).max(720).optional(),
    rehearse: z.boolean().optional(),
    emergency: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('revoke'), ids, reason }),
  z.strictObject({ kind: z.literal('own'), ids, ownerEmail: line(254).nullable() }),
])
export type CreateBulkChangeInput = z.infer<typeof CreateBulkChangeInput>

export const BULK_STATES = ['running', 'ended', 'cancelled'] as const
const count = z.number().int()
const change = {
  id: z.string(),
  kind: z.enum(['rotate', 'revoke', 'own']),
  state: z.enum(BULK_STATES),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  counts: z.object({ total: count, waiting: count, running: count, done: count, refused: count, cancelled: count }),
}
export const BulkChangeSummary = z.object(change)
export type BulkChangeSummary = z.infer<typeof BulkChangeSummary>
export const BulkChangeList = listOf(BulkChangeSummary)

export const BulkChangeItem = z.object({
  keyId: z.string(),
  /** Null for a key that the caller may not see any more. */
  name: z.string().nullable(),
  state: z.enum(['waiting', 'running', 'done', 'refused', 'cancelled']),
  /** Of a rotation, how it goes since it was begun. */
  rotation: z.object({ id: z.string(), state: z.enum(ROTATION_STATES), problem: z.string().nullable() }).nullable(),
  reason: z.string().nullable(),
})
export type BulkChangeItem = z.infer<typeof BulkChangeItem>
export const BulkChange = z.object({ ...change, items: z.array(BulkChangeItem) })
export type BulkChange = z.infer<typeof BulkChange>
