import type { PairingResult } from '#lib/pairing/schema'
import { stageLetters } from './stage-letters.ts'

const GOOD = ['paired', 'paired_limited']

/** What is known of a key once this result counts for it. */
export function stateAfter(result: PairingResult, startedAt: Date) {
  const { id, verdict, confidence, observed, version = null } = result
  return {
    lastPairingId: id,
    lastVerdict: verdict,
    lastConfidence: confidence,
    lastPairingAt: startedAt,
    lastStages: stageLetters(result),
    ...(GOOD.includes(verdict) ? { lastGoodAt: startedAt, lastGoodVersion: version } : {}),
    ...(observed.permissions ? { permissionsObserved: observed.permissions } : {}),
  }
}
