import type { Answer } from '#lib/providers/provider'
import type { Confidence, Verdict } from '#lib/providers/verdict'
import type { KeyCheck } from './check-key.ts'
import type { ModelCheck } from './check-model.ts'
import type { ControlOutcome } from './negative-control.ts'
import type { PairingInput } from './pairing-input.ts'
import type { Reading } from './read-answer.ts'
import type { Surroundings } from './surroundings.ts'

/** Everything that the stages brought together. */
export interface Evidence {
  input: PairingInput
  check: KeyCheck
  /** Why the base URL itself is no place to send a key to. */
  badTarget?: string
  /** Why no answer came back, where none did. */
  network?: Conclusion
  answer?: Answer
  reading?: Reading
  /** What became of a deliberately wrong key, where a success needs that proof. */
  control?: ControlOutcome
  /** A base URL on the same host that answers like the provider. */
  betterBaseUrl?: string
  /** Another site of the same provider that accepted the key. */
  otherSite?: { name: string; baseUrl: string }
  model?: ModelCheck
  /** As handed in, but for the status where the address is not the provider's own. */
  surroundings?: Surroundings
  /** The provider's clock minus ours. */
  clockSkewMs?: number
  now: Date
}

export interface Conclusion {
  verdict: Verdict
  confidence: Confidence
  /** The reasoning from evidence to verdict, sentence by sentence. */
  because: string[]
  missing?: string[]
  /** What was found besides, where another fault comes first. */
  also?: Verdict
  /** What would look the same. */
  nearTwin?: Verdict
}
