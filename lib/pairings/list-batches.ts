import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import type { Prisma } from '#lib/db/generated/client'
import { decodeMoment, encodeMoment, type Moment } from '#lib/list/moment-cursor'
import { batchSummary } from './batch-row.ts'
import type { BatchSummary, ListBatchesQuery } from './schema.ts'

const WHERE = {
  running: { endedAt: null, cancelledAt: null },
  ended: { endedAt: { not: null }, cancelledAt: null },
  cancelled: { cancelledAt: { not: null } },
} satisfies Record<BatchSummary['state'], Prisma.PairingBatchWhereInput>

/** The caller's own bulk tests, newest first: how a page finds again what was begun before it was loaded. */
export async function listBatches(ctx: Context, { limit, cursor, state }: ListBatchesQuery) {
  const grant = await authorize(ctx, 'batch.list')
  const rows = await read(grant).pairingBatch.findMany({
    where: { memberId: ctx.actor.id, ...(state ? WHERE[state] : {}), AND: before(decodeMoment(cursor)) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { items: { select: { state: true, verdict: true } } },
    take: limit + 1,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(batchSummary),
    nextCursor: rows.length > limit && last ? encodeMoment(last.createdAt, last.id) : null,
  }
}

function before(last: Moment | null): Prisma.PairingBatchWhereInput {
  if (!last) return {}
  return { OR: [{ createdAt: { lt: last.at } }, { createdAt: last.at, id: { lt: last.id } }] }
}
