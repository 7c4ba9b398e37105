import type { Confidence, Verdict } from '#lib/providers/verdict'
import type { PairingStage } from './schema.ts'

/** A verdict with its reasons: sentences from evidence to verdict, and what else would have looked the same. */
export interface Explanation {
  verdict: Verdict
  confidence: Confidence
  cause: string[]
  evidence: PairingStage['evidence']
  nearTwin?: Verdict
}
