import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Context } from '#lib/context'
import { decodeMoment, encodeMoment } from '#lib/list/moment-cursor'
import type { TroubleshootingSummary } from './schema.ts'
import { toSummary, troubleshootingInclude } from './troubleshooting-row.ts'

interface Query {
  limit: number
  cursor?: string | undefined
  /** Id of a key. */
  key?: string | undefined
}

/** Records of the keys that the caller sees, and of values that they pasted themselves, newest first. */
export async function listTroubleshootings(ctx: Context, { limit, cursor, key }: Query) {
  const grant = await authorize(ctx, 'troubleshooting.list')
  const last = decodeMoment(cursor)
  const seen = [
    { environmentId: { not: null, ...seenEnvironments(ctx.actor) } },
    { environmentId: null, memberId: ctx.actor.id },
  ]
  const after = last && {
    startedAt: { lte: last.at },
    OR: [{ startedAt: { lt: last.at } }, { startedAt: last.at, id: { gt: last.id } }],
  }
  const rows = await read(grant).troubleshooting.findMany({
    where: { AND: [{ OR: seen }, ...(key ? [{ keyId: key }] : []), ...(after ? [after] : [])] },
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
    omit: { findings: true },
    include: troubleshootingInclude,
    take: limit + 1,
  })
  const page = rows.slice(0, limit)
  const end = page.at(-1)
  const items: TroubleshootingSummary[] = page.map(toSummary)
  return { items, nextCursor: rows.length > limit && end ? encodeMoment(end.startedAt, end.id) : null }
}
