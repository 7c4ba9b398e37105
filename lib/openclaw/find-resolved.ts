import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'

/** Of each of these keys, the last version that an OpenClaw was given, and when. */
export async function findResolved(grant: Grant, keyIds: string[]) {
  const uses = await read(grant).usageEvent.findMany({
    where: { keyId: { in: keyIds }, kind: 'openclaw' },
    orderBy: [{ keyId: 'asc' }, { at: 'desc' }],
    distinct: ['keyId'],
    select: { keyId: true, version: true, at: true },
  })
  return new Map(uses.map(({ keyId, version, at }) => [keyId, { version, at: at.toISOString() }]))
}
