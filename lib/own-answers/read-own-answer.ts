import { readAnswer as decodeAnswer } from '#lib/outbound/read-answer'
import { makeScrubber } from '#lib/outbound/scrub'
import { type Reading, readAnswer } from '#lib/pairing/read-answer'
import type { Answer, Provider } from '#lib/providers/provider'
import type { PastedAnswer } from './parse-output.ts'
import { findToolFailure } from './tool-failures.ts'

/** As much as is read of an answer of our own. */
const MOST_BYTES = 64 * 1024

export interface OwnReading extends Pick<Reading, 'verdict' | 'confidence' | 'says'> {
  answer: Answer | null
}

/** Reads what a person's tool got by the very rules that a pairing test reads its answers with. */
export async function readOwnAnswer(provider: Provider, pasted: PastedAnswer, host: string): Promise<OwnReading> {
  if (pasted.status === null) {
    const failure = findToolFailure(pasted.body)
    if (failure) {
      const says = `The tool got no answer: ${failure.says}.`
      return { verdict: failure.verdict, confidence: 'likely', says, answer: null }
    }
    const says = 'There is no status line in it: run the tool so that it shows status and headers (curl -i).'
    return { verdict: 'unknown', confidence: 'possible', says, answer: null }
  }
  const bytes = Buffer.from(pasted.body, 'utf8')
  // A tool that shows text has unpacked it already.
  const { 'content-encoding': _, 'transfer-encoding': __, ...headers } = pasted.headers
  const raw = {
    status: pasted.status,
    headers,
    bytes: bytes.subarray(0, MOST_BYTES),
    truncated: bytes.length > MOST_BYTES,
  }
  const answer = await decodeAnswer(raw, makeScrubber([]), MOST_BYTES)
  const { verdict, confidence, says } = readAnswer(provider, answer, host)
  return { verdict, confidence, says, answer }
}
