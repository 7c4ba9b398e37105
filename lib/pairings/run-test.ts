import type { PairingInput } from '#lib/pairing/pairing-input'
import { runPairing } from '#lib/pairing/run-pairing'
import { PairingResult, type PairingStage } from '#lib/pairing/schema'
import { runtime } from '#lib/server/runtime'
import { takeTurn } from './take-turn.ts'
import { testLane } from './test-lane.ts'

/** A test that was allowed and recorded, and can now run. */
export type PreparedTest = (onStage?: (stage: PairingStage) => void) => Promise<PairingResult>

/** Runs when it is its turn. The schema lets nothing through that a result may not hold. */
export async function runTest(input: PairingInput, onStage?: (stage: PairingStage) => void): Promise<PairingResult> {
  const options = { policy: runtime().outbound, ...(onStage ? { onStage } : {}) }
  const lane = testLane({ provider: input.provider.id, baseUrl: input.baseUrl })
  return PairingResult.parse(await takeTurn(lane, () => runPairing(input, options)))
}
