import type { PairingStage, StageName } from '../schema.ts'

/** A stage that was not reached, or has nothing to do, and why. */
export function skipped(stage: StageName, summary: string): PairingStage {
  return { stage, status: 'skipped', durationMs: 0, summary, evidence: {} }
}
