import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'

interface Resolved {
  version: number
  at: string
}

/** Of each of these keys, the last version that an OpenClaw was given, and when. */
export async function findResolved(grant: Grant, keyIds: string[]): Promise<Map<string, Resolved>> {
  const uses = await read(grant).usageEvent.groupBy({
    by: ['keyId', 'version'],
    where: { keyId: { in: keyIds }, kind: 'openclaw' },
    _max: { at: true },
    orderBy: { _max: { at: 'asc' } },
  })
  // The latest of each key comes last, and stays.
  return new Map(
    uses.map(({ keyId, version, _max }) => [keyId, { version, at: (_max.at ?? new Date(0)).toISOString() }]),
  )
}
