import type { Transaction } from '#lib/access/commit'
import { forgetPairing } from './forget-pairing.ts'

interface Switched {
  keyIds: string[]
  /** Of each, in the same order: the version that has to be current now, and the one that becomes it. */
  from: number[]
  to: number[]
  /** What those are that become current: earlier ones, or one that was made and not used yet. */
  state: 'previous' | 'pending'
}

/**
 * Makes versions that are stored already the current ones, all or none: false where one of the keys was changed since. The
 * key's row is the lock, as it is for a new version; the version that gives way stays as `previous`.
 */
export async function switchVersions(tx: Transaction, { keyIds, from, to, state }: Switched): Promise<boolean> {
  const now = new Date()
  const count = await tx.$executeRaw`
    UPDATE keys SET version = b.number, fingerprint = b.fingerprint, masked = b.masked, version_created_at = b.created_at, updated_at = ${now}
    FROM unnest(${keyIds}::text[], ${from}::int[], ${to}::int[]) AS v (key_id, before, after)
    JOIN key_versions b ON b.key_id = v.key_id AND b.number = v.after AND b.state = ${state}::"VersionState"
    WHERE keys.id = v.key_id AND keys.version = v.before AND keys.deleted_at IS NULL`
  if (count !== keyIds.length) return false
  await tx.keyVersion.updateMany({
    where: { keyId: { in: keyIds }, state: 'current' },
    data: { state: 'previous', retiredAt: now },
  })
  await tx.$executeRaw`
    UPDATE key_versions SET state = 'current', retired_at = NULL, overlap_ends_at = NULL
    FROM unnest(${keyIds}::text[], ${to}::int[]) AS v (key_id, after)
    WHERE key_versions.key_id = v.key_id AND key_versions.number = v.after`
  await forgetPairing(tx, keyIds)
  return true
}
