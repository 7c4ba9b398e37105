import type { Context } from '#lib/context'
import type { PairingStage } from '#lib/pairing/schema'
import { prepareForKey } from './prepare-for-key.ts'
import { prepareForValue } from './prepare-for-value.ts'
import type { CreateTroubleshootingInput, Troubleshooting } from './schema.ts'

/** A search that was allowed and recorded, and can now run. */
export type PreparedTroubleshooting = (onStage?: (stage: PairingStage) => void) => Promise<Troubleshooting>

/**
 * Begins a search for the fault of a stored key, or of a value just pasted. Everything before the provider is asked
 * happens here, so that a caller who listens to the stages still gets a refusal as a refusal.
 */
export function prepareTroubleshooting(
  ctx: Context,
  input: CreateTroubleshootingInput,
): Promise<PreparedTroubleshooting> {
  return 'key' in input ? prepareForKey(ctx, input) : prepareForValue(ctx, input)
}
