import type { PairingResult } from '#lib/pairing/schema'
import { ACCEPTED } from '#lib/providers/verdict'
import { stageLetters } from './stage-letters.ts'

/** What is known of a key once this result counts for it. */
export function stateAfter(result: PairingResult, startedAt: Date) {
  const { id, verdict, confidence, observed, version = null } = result
  return {
    lastPairingId: id,
    lastVerdict: verdict,
    lastConfidence: confidence,
    lastPairingAt: startedAt,
    lastStages: stageLetters(result),
    ...(ACCEPTED.includes(verdict) ? { lastGoodAt: startedAt, lastGoodVersion: version } : {}),
    ...(observed.permissions ? { permissionsObserved: observed.permissions } : {}),
  }
}
