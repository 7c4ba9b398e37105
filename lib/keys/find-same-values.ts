import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Key } from './schema.ts'

/** Far more than a page can show; keeps one value pasted everywhere from filling an answer. */
const MOST = 500

interface Holder {
  id: string
  fingerprint: string
}

/** For each of these keys, the other live keys that hold the same value, as far as the caller sees them: one query. */
export async function findSameValues(grant: Grant, keys: Holder[]): Promise<(key: Holder) => Key['sameValue']> {
  if (keys.length === 0) return () => []
  const holders = await read(grant).key.findMany({
    where: {
      fingerprint: { in: [...new Set(keys.map(({ fingerprint }) => fingerprint))] },
      environmentId: seenEnvironments(grant.ctx.actor),
      deletedAt: null,
    },
    select: {
      id: true,
      name: true,
      fingerprint: true,
      project: { select: { slug: true } },
      environment: { select: { slug: true } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST,
  })
  const byFingerprint = Map.groupBy(holders, ({ fingerprint }) => fingerprint)
  return ({ id, fingerprint }) =>
    (byFingerprint.get(fingerprint) ?? [])
      .filter((other) => other.id !== id)
      .map((other) => ({
        id: other.id,
        name: other.name,
        project: other.project.slug,
        environment: other.environment.slug,
      }))
}
