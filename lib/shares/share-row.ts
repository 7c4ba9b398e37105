import type { Share as ShareRow } from '#lib/db/generated/client'
import type { Share } from './schema.ts'

export function toShare(row: Omit<ShareRow, 'sealed' | 'hash'>, now = new Date()): Share {
  const { id, name, keyId, openedAddress, triedAgain } = row
  return {
    id,
    name,
    keyId,
    state: row.openedAt ? 'opened' : row.endedAt ? 'ended' : row.expiresAt <= now ? 'expired' : 'waiting',
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    openedAt: row.openedAt?.toISOString() ?? null,
    openedAddress,
    triedAgain,
    triedAgainAt: row.triedAgainAt?.toISOString() ?? null,
  }
}
