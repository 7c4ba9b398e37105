import { authorizeKey } from '#lib/access/authorize-key'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { decodeMoment, encodeMoment, type Moment } from '#lib/list/moment-cursor'
import { PairingResult } from '#lib/pairing/schema'

interface Page {
  limit: number
  cursor?: string | undefined
}

/** Kept results of a key, newest first. */
export async function listPairings(ctx: Context, keyId: string, { limit, cursor }: Page) {
  const grant = await authorizeKey(ctx, 'key.find', keyId)
  const key = await read(grant).key.findFirst({ where: { id: keyId, deletedAt: null }, select: { id: true } })
  if (!key) throw notFound()
  const rows = await read(grant).pairing.findMany({
    where: { keyId, ...after(decodeMoment(cursor)) },
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
    select: { id: true, startedAt: true, result: true },
    take: limit + 1,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(({ result }) => PairingResult.parse(result)),
    nextCursor: rows.length > limit && last ? encodeMoment(last.startedAt, last.id) : null,
  }
}

function after(last: Moment | null) {
  if (!last) return {}
  return {
    startedAt: { lte: last.at },
    OR: [{ startedAt: { lt: last.at } }, { startedAt: last.at, id: { gt: last.id } }],
  }
}
