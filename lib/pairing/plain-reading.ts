import type { Answer, Provider, ProviderError } from '#lib/providers/provider'
import type { Confidence, Verdict } from '#lib/providers/verdict'

export interface PlainReading {
  verdict: Verdict
  confidence: Confidence
  says: string
}

/** Null: this row has nothing to say about the answer. */
export type Row = (asked: Asked) => PlainReading | null
export interface Asked {
  provider: Provider
  answer: Answer
  error: ProviderError
  status: number
  /** Host (and port) that was asked: a redirect elsewhere reads differently. */
  askedHost: string
}

export function say(verdict: Verdict, confidence: Confidence, says: string): PlainReading {
  return { verdict, confidence, says }
}
