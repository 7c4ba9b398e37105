import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'

/** An environment with what it asks before a value may leave it, and its keys that are not revoked, by name. */
export function readLiveKeys(grant: Grant, environmentId: string) {
  return read(grant).environment.findUniqueOrThrow({
    where: { id: environmentId },
    include: {
      keys: {
        where: { deletedAt: null, revokedAt: null, purpose: 'application' },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        select: { id: true, name: true, version: true },
      },
    },
  })
}
