import type { Token as TokenRow } from '#lib/db/generated/client'
import type { Token } from './schema.ts'

export function describeToken(row: Omit<TokenRow, 'hash'>): Token {
  return {
    id: row.id,
    name: row.name,
    tail: row.tail,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastUsedAddress: row.lastUsedAddress,
  }
}
