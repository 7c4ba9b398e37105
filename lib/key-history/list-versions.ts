import { authorizeKey } from '#lib/access/authorize-key'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import type { KeyVersion } from '#lib/keys/schema'
import { decodeCursor, encodeCursor } from '#lib/list/cursor'

interface Page {
  limit: number
  cursor?: string | undefined
}

/** The versions of a key, newest first, by what may be shown of them. */
export async function listVersions(ctx: Context, keyId: string, { limit, cursor }: Page) {
  const grant = await authorizeKey(ctx, 'key.find', keyId)
  const below = cursor ? readCursor(cursor) : null
  const key = await read(grant).key.findFirst({
    where: { id: keyId, deletedAt: null },
    select: {
      versions: {
        where: below === null ? {} : { number: { lt: below } },
        omit: { sealed: true },
        orderBy: { number: 'desc' },
        take: limit + 1,
      },
    },
  })
  if (!key) throw notFound()
  const page = key.versions.slice(0, limit)
  const makers = await read(grant).member.findMany({
    where: { id: { in: page.flatMap(({ createdById }) => createdById ?? []) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(makers.map(({ id, name }) => [id, name]))
  const items = page.map(
    (version): KeyVersion => ({
      number: version.number,
      state: version.state,
      masked: version.masked,
      fingerprint: version.fingerprint,
      createdAt: version.createdAt.toISOString(),
      createdBy: version.createdById ? (nameOf.get(version.createdById) ?? version.createdById) : null,
      reason: version.reason,
      retiredAt: version.retiredAt?.toISOString() ?? null,
    }),
  )
  const last = page.at(-1)
  return { items, nextCursor: key.versions.length > limit && last ? encodeCursor([last.number]) : null }
}

function readCursor(cursor: string): number {
  const [number] = decodeCursor(cursor, 1)
  return Number.isInteger(number) && Math.abs(Number(number)) < 2 ** 31
    ? Number(number)
    : Number(decodeCursor('', 1)[0])
}
