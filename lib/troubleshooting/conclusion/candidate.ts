import type { LogCause } from '#lib/log-reading/schema'
import type { Confidence } from '#lib/providers/verdict'
import type { StepName } from '../schema.ts'

/** One cause that one step speaks for. The heaviest becomes the conclusion, the others are named beside it. */
export interface Candidate {
  verdict: LogCause
  confidence: Confidence
  fromStep: StepName
  weight: number
  because: string[]
  /** Where the fault was seen: at the application's side, or by this server's own test. */
  side: 'application' | 'here'
  /** In place of the usual words for the verdict. */
  headline?: string
  /** Mends it, where one command does. */
  command?: string
}

/**
 * What evidence weighs. What the application's side proves about itself outweighs what this server's own test sees: the
 * two may stand on different networks, with different values and different settings. Arithmetic outweighs everything;
 * what a person tells, or a difference in settings suggests, gives way to what was measured.
 */
export const WEIGHTS = {
  valueProof: { proven: 100, likely: 88, possible: 50 },
  log: { proven: 90, likely: 76, possible: 40 },
  ownAnswer: { proven: 85, likely: 72, possible: 38 },
  test: { proven: 80, likely: 65, possible: 45 },
  settings: { proven: 62, likely: 60, possible: 35 },
  person: { proven: 58, likely: 58, possible: 30 },
} as const satisfies Record<string, Record<Confidence, number>>

/** Said of a key that pairs here: only where nothing speaks against it is it the conclusion. */
export const WEIGHT_OF_PAIRED = 10
/** A test that could not decide gives way to anything that does. */
export const WEIGHT_OF_UNKNOWN = 5
/** Two steps that say the same weigh more than either. */
export const WEIGHT_OF_AGREEMENT = 6
