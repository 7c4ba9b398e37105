import type { Transaction } from '#lib/access/commit'

/** The last pairing test was of another value or address. What this key has been (last good) stays: it explains later refusals. */
export async function forgetPairing(tx: Transaction, keyIds: string[]): Promise<void> {
  await tx.keyState.updateMany({
    where: { keyId: { in: keyIds } },
    data: {
      lastPairingId: null,
      lastVerdict: null,
      lastConfidence: null,
      lastPairingAt: null,
      lastStages: null,
      permissionsObserved: [],
    },
  })
}
