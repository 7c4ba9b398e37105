import { createHash } from 'node:crypto'
import type { OpenClawGateway } from '#lib/db/generated/client'
import type { Gateway } from './schema.ts'

/** What the keys of an environment are, so that a gateway that knows them is not told again. */
export function environmentTag(keys: { id: string; version: number }[]): string {
  const seen = keys.map(({ id, version }) => `${id} ${version}`).sort()
  return createHash('sha256').update(seen.join('\n')).digest('base64url').slice(0, 22)
}

export function toGateway(row: Omit<OpenClawGateway, 'sealed'>, tag: string): Gateway {
  const { id, name, url, problem } = row
  return {
    id,
    name,
    url,
    problem,
    isCurrent: row.toldTag === tag,
    toldAt: row.toldAt?.toISOString() ?? null,
    triedAt: row.triedAt?.toISOString() ?? null,
  }
}

/** Keys whose change a gateway is told of. */
export const LIVE_KEYS = {
  where: { deletedAt: null, revokedAt: null, purpose: 'application' },
  select: { id: true, version: true },
} as const
