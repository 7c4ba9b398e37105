import type { Answer, Provider } from '#lib/providers/provider'
import type { Confidence, Verdict } from '#lib/providers/verdict'
import type { KeyCheck } from '../check-key.ts'
import type { PairingInput } from '../pairing-input.ts'
import type { Reading } from '../read-answer.ts'
import type { KnownStatus } from '../surroundings.ts'

/** What a text may use: a verdict and the evidence for it. No field holds a value or a part of one. */
export interface Facts {
  input: Omit<PairingInput, 'value'>
  provider: Provider
  check: KeyCheck
  verdict: Verdict
  confidence: Confidence
  /** Host (and port) that was asked, or would have been. */
  host: string
  baseUrl: string
  answer?: Answer
  reading?: Reading
  /** A base URL that answered, where the given one did not. */
  betterBaseUrl?: string
  /** Permissions known to be missing. */
  missing: readonly string[]
  /** Names near the model that was asked for. */
  nearModels: readonly string[]
  /** When the provider asks to try again. */
  retryAt?: Date
  clockSkewMs?: number
  /** What the provider says of itself, where that is about this address. */
  status?: KnownStatus
  /** More reasoning from the engine, in sentences. */
  because: readonly string[]
}

export interface Step {
  title: string
  detail: string
  done?: boolean
}

export type ContactRole =
  | 'nobody'
  | 'key_owner'
  | 'billing_owner'
  | 'provider_support'
  | 'network_team'
  | 'application_owner'
  | 'server_owner'
  | 'operator'

export interface VerdictText {
  headline(facts: Facts): string
  /** What else would look the same; shown while the verdict is not proven. */
  twin?(facts: Facts): string
  steps(facts: Facts): Step[]
  contact: ContactRole
  /** Why this person: a sentence. */
  why(facts: Facts): string
  /** What to ask of them: a sentence for the message. */
  ask(facts: Facts): string
}
