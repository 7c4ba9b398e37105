import { readAnswer as unpackAnswer } from '#lib/outbound/read-answer'
import { makeScrubber } from '#lib/outbound/scrub'
import { checkKey } from '#lib/pairing/check-key'
import { diagnose } from '#lib/pairing/diagnose'
import type { Conclusion, Evidence } from '#lib/pairing/evidence'
import type { PairingInput } from '#lib/pairing/pairing-input'
import { readAnswer } from '#lib/pairing/read-answer'
import { findProvider } from '#lib/providers/catalog'
import type { Answer, AnswerExample, Provider } from '#lib/providers/provider'
import { randomKey } from '../providers/random-key.ts'

export const NOW = new Date('2026-06-01T12:00:00Z')

export function providerOf(id: string): Provider {
  const provider = findProvider(id)
  if (!provider) throw new Error(`There is no provider ${id}`)
  return provider
}

/** A usable key of this provider, made up. */
export function usableKey(provider: Provider): string {
  const format = provider.keyFormats.find(({ role }) => role === 'usable')
  return format ? randomKey(format) : 'a-key-of-a-server-of-our-own'
}

/** An answer as the outbound module would hand it over, read from the bytes that a server would send. */
export function answerOf({ status, headers = {}, body }: AnswerExample): Promise<Answer> {
  const isJson = typeof body !== 'string'
  const text = isJson ? JSON.stringify(body) : body
  const type = isJson ? 'application/json' : /^\s*</.test(text) ? 'text/html' : 'text/plain'
  const raw = { status, headers: { 'content-type': type, ...headers }, bytes: Buffer.from(text), truncated: false }
  return unpackAnswer(raw, makeScrubber([]), 64 * 1024)
}

/** The conclusion from one answer, for a key of the right form that nothing else is known about. */
export async function concludeFrom(
  provider: Provider,
  example: AnswerExample,
  { input = {}, evidence = {} }: { input?: Partial<PairingInput>; evidence?: Partial<Evidence> } = {},
): Promise<Conclusion> {
  const whole: PairingInput = { provider, value: usableKey(provider), trigger: 'manual', ...input }
  const answer = await answerOf(example)
  const reading = readAnswer(provider, answer, 'api.example.com')
  const control = reading.verdict === 'paired' && provider.proof.needsNegativeControl ? 'refused' : undefined
  return diagnose({ input: whole, check: checkKey(whole), answer, reading, control, now: NOW, ...evidence })
}
