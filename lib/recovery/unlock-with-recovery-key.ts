import type { PrismaClient } from '#lib/db/generated/client'
import { AppError } from '#lib/errors'
import { verifyRootKey } from '#lib/vault/open-keyring'
import { parseRecoveryKey } from './recovery-key.ts'
import { unwrapForRecovery } from './recovery-wrap.ts'

/**
 * The root keys, opened with a printed recovery key instead of the master key. Mistyped, never made, of another
 * installation: three sentences, and nothing is changed.
 */
export async function unlockWithRecoveryKey(
  db: Pick<PrismaClient, 'rootKey'>,
  printed: string,
): Promise<Map<number, Uint8Array>> {
  const rows = await db.rootKey.findMany({ orderBy: { version: 'asc' } })
  if (rows.length === 0)
    throw new AppError('conflict', 'Nothing was ever sealed in this database, so there is nothing to recover.')
  if (rows.some((row) => !row.recoveryWrapped)) {
    throw new AppError(
      'conflict',
      'No recovery key was made for this installation, or not for all of its root keys. Only the master key itself opens the values: look for master.key on other machines and in copies of the data folder.',
    )
  }
  const recoveryKey = parseRecoveryKey(printed)
  return new Map(
    rows.map((row) => {
      const rootKey = unwrap(recoveryKey, row.version, row.recoveryWrapped ?? new Uint8Array())
      verifyRootKey(rootKey, row)
      return [row.version, rootKey]
    }),
  )
}

function unwrap(recoveryKey: Uint8Array, version: number, wrapped: Uint8Array): Buffer {
  try {
    return unwrapForRecovery(recoveryKey, version, wrapped)
  } catch (cause) {
    throw new AppError(
      'invalid',
      'This recovery key is complete, but it is not the one of this database: it belongs to another installation, or a newer one was made since. Nothing was changed.',
      { cause },
    )
  }
}
