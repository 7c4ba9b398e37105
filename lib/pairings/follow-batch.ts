import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '#lib/context'
import type { PairingResult } from '#lib/pairing/schema'
import { findBatch } from './find-batch.ts'
import { findPairing } from './find-pairing.ts'

const LOOK_EVERY_MS = 400

interface Listener {
  result(keyId: string, result: PairingResult): void
  refused(keyId: string, reason: string): void
}

/** Tells each outcome of a batch as it comes, until the batch has ended, wherever it runs. */
export async function followBatch(ctx: Context, id: string, listener: Listener): Promise<void> {
  const told = new Set<string>()
  for (;;) {
    const { state, items } = await findBatch(ctx, id)
    for (const { keyId, state: itemState, result, reason } of items) {
      if (told.has(keyId) || itemState === 'waiting' || itemState === 'running') continue
      told.add(keyId)
      if (result) listener.result(keyId, await findPairing(ctx, result.id))
      else listener.refused(keyId, reason ?? 'This key was not tested: the bulk test was cancelled.')
    }
    if (state !== 'running') return
    await sleep(LOOK_EVERY_MS)
  }
}
