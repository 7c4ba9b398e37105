import type { Transaction } from '#lib/access/commit'
import { AppError } from '#lib/errors'
import { forgetPairing } from './forget-pairing.ts'
import type { sealVersion } from './seal-version.ts'

export interface NewVersion extends ReturnType<typeof sealVersion> {
  keyId: string
  /** The number that was current when this one was sealed. */
  replaces: number
  createdById: string
  reason: string | null
}

/**
 * Writes sealed versions and makes them current, all or none. The key's row is the lock: it must still show the version
 * that was read, so of two at once the second finds it changed and is turned away. Four statements, however many keys.
 */
export async function storeVersions(tx: Transaction, versions: NewVersion[]): Promise<void> {
  const column = <F extends keyof NewVersion>(field: F) => versions.map((version) => version[field])
  const keyIds = column('keyId')
  const now = new Date()
  const count = await tx.$executeRaw`
    UPDATE keys SET version = v.number, fingerprint = v.fingerprint, masked = v.masked,
      version_created_at = ${now}, updated_at = ${now}, revoked_at = NULL
    FROM unnest(${keyIds}::text[], ${column('replaces')}::int[], ${column('number')}::int[],
      ${column('fingerprint')}::text[], ${column('masked')}::text[]) AS v (key_id, replaces, number, fingerprint, masked)
    WHERE keys.id = v.key_id AND keys.version = v.replaces AND keys.deleted_at IS NULL`
  if (count !== versions.length) throw new AppError('conflict', RACE)
  await tx.keyVersion.updateMany({
    where: { keyId: { in: keyIds }, state: 'current' },
    data: { state: 'previous', retiredAt: now },
  })
  await tx.keyVersion.createMany({
    data: versions.map(({ replaces: _, ...version }) => ({ ...version, state: 'current' as const, createdAt: now })),
  })
  await forgetPairing(tx, keyIds)
}

export const RACE =
  'Somebody else replaced this value at the same moment. Yours was not stored; look at the key and decide again.'
