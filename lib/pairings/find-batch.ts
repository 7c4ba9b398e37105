import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Context } from '#lib/context'
import type { PairingBatchItem } from '#lib/db/generated/client'
import { notFound } from '#lib/errors'
import type { Verdict } from '#lib/providers/verdict'
import { batchSummary } from './batch-row.ts'
import type { Batch, BatchItem } from './schema.ts'

/** How a bulk test of the caller's own goes, key by key, in the order in which they were chosen. */
export async function findBatch(ctx: Context, id: string): Promise<Batch> {
  const grant = await authorize(ctx, 'batch.find', { subject: { target: { type: 'batch', id, name: id } } })
  const batch = await read(grant).pairingBatch.findFirst({
    where: { id, memberId: ctx.actor.id },
    include: { items: { orderBy: { position: 'asc' } } },
  })
  if (!batch) throw notFound()
  const keys = await read(grant).key.findMany({
    where: { id: { in: batch.items.map(({ keyId }) => keyId) }, environmentId: seenEnvironments(ctx.actor) },
    select: {
      id: true,
      name: true,
      project: { select: { slug: true } },
      environment: { select: { slug: true, protected: true } },
    },
  })
  const keyOf = new Map(
    keys.map((key) => {
      const { slug: environment, protected: isProtected } = key.environment
      return [key.id, { name: key.name, project: key.project.slug, environment, protected: isProtected }]
    }),
  )
  return { ...batchSummary(batch), items: batch.items.map((item) => toItem(item, keyOf.get(item.keyId) ?? null)) }
}

/** Of a key that the caller may not see any more, nothing is told but that it was chosen. */
function toItem(item: PairingBatchItem, key: BatchItem['key']): BatchItem {
  const { keyId, state, pairingId, verdict, headline, stages, reason } = item
  const isTold = key && pairingId && verdict
  const result = isTold
    ? { id: pairingId, verdict: verdict as Verdict, headline: headline ?? '', stages: stages ?? '' }
    : null
  return { keyId, key, state, result, reason }
}
