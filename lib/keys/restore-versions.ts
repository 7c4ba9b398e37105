import type { Transaction } from '#lib/access/commit'
import { forgetPairing } from './forget-pairing.ts'

interface Restored {
  keyIds: string[]
  /** Of each, in the same order: the version that becomes current again, and the one that has to be current now. */
  before: number[]
  after: number[]
}

/**
 * Makes earlier versions current again, all or none: false where one of the keys was changed since. The key's row is the
 * lock, as it is for a new version; the version that gives way stays as `previous`.
 */
export async function restoreVersions(tx: Transaction, { keyIds, before, after }: Restored): Promise<boolean> {
  const now = new Date()
  const count = await tx.$executeRaw`
    UPDATE keys SET version = b.number, fingerprint = b.fingerprint, masked = b.masked, version_created_at = b.created_at, updated_at = ${now}
    FROM unnest(${keyIds}::text[], ${before}::int[], ${after}::int[]) AS v (key_id, before, after)
    JOIN key_versions b ON b.key_id = v.key_id AND b.number = v.before AND b.state = 'previous'
    WHERE keys.id = v.key_id AND keys.version = v.after AND keys.deleted_at IS NULL`
  if (count !== keyIds.length) return false
  await tx.keyVersion.updateMany({
    where: { keyId: { in: keyIds }, state: 'current' },
    data: { state: 'previous', retiredAt: now },
  })
  await tx.$executeRaw`
    UPDATE key_versions SET state = 'current', retired_at = NULL, overlap_ends_at = NULL
    FROM unnest(${keyIds}::text[], ${before}::int[]) AS v (key_id, before)
    WHERE key_versions.key_id = v.key_id AND key_versions.number = v.before`
  await forgetPairing(tx, keyIds)
  return true
}
