import type { PairingResult } from '#lib/pairing/schema'
import type { Provider } from '#lib/providers/provider'
import { ACCEPTED, type Verdict } from '#lib/providers/verdict'
import type { OwnReading } from './read-own-answer.ts'

export interface Comparison {
  isSame: boolean
  differences: string[]
  proves: string
}

/** Lays a person's answer beside the answer that this server got, and says what follows. */
export function compareAnswers(provider: Provider, own: OwnReading, pairing: PairingResult | null): Comparison {
  if (own.verdict === 'unknown' && !own.answer)
    return { isSame: false, differences: [], proves: 'Nothing yet: what was pasted shows no answer.' }
  if (!pairing)
    return {
      isSame: false,
      differences: [],
      proves: 'There is no test of this server to compare it with: run one first.',
    }
  const differences = differencesOf(provider, own, pairing)
  const isSame = own.verdict === pairing.verdict && ours(pairing).isAnswered === (own.answer !== null)
  return { isSame, differences, proves: proofOf(provider, own, pairing, isSame) }
}

function differencesOf(provider: Provider, { answer, verdict }: OwnReading, pairing: PairingResult): string[] {
  const here = ours(pairing)
  const missing = provider.fingerprintHeaders.filter(
    (name) => here.evidence[name] !== undefined && answer && !answer.headers[name],
  )
  return [
    answer?.status !== here.status
      ? `Status: ${answer ? `HTTP ${answer.status}` : 'no answer'} there, ${here.status === undefined ? 'no answer' : `HTTP ${here.status}`} here.`
      : '',
    verdict !== pairing.verdict ? `It reads as “${words(verdict)}” there and “${words(pairing.verdict)}” here.` : '',
    answer && here.evidence.body !== undefined && answer.kind !== here.evidence.body
      ? `The body is ${answer.kind} there and ${String(here.evidence.body)} here.`
      : '',
    answer && Object.keys(answer.headers).length > 0 && missing.length > 0
      ? `Headers that ${provider.name} sends are missing there: ${missing.join(', ')}.`
      : '',
  ].filter(Boolean)
}

function ours({ stages }: PairingResult) {
  const auth = stages.find(({ stage }) => stage === 'auth')?.evidence ?? {}
  const http = stages.find(({ stage }) => stage === 'http')?.evidence ?? {}
  const status = http.answeredStatus ?? auth.status
  return { evidence: auth, status, isAnswered: typeof status === 'number' }
}

function proofOf(provider: Provider, own: OwnReading, pairing: PairingResult, isSame: boolean): string {
  const here = ours(pairing)
  if (isSame && own.answer)
    return `${provider.name} answers there as it does here, so the network between is not at fault.`
  if (isSame) return 'There and here the way fails alike, so it is not the network of one side alone.'
  if (!own.answer && here.isAnswered)
    return 'There no answer came back, and here one did: the fault is on the way from there to the provider.'
  if (own.answer && !here.isAnswered)
    return 'There an answer came back, and here none did: the fault is on the way from this server, not at the provider.'
  if (own.answer?.kind === 'html')
    return 'There a web page came back in place of the provider’s answer: something between answers for it.'
  if (ACCEPTED.includes(pairing.verdict))
    return 'There the provider was reached and answered otherwise: with another value, account, address or setting than here.'
  if (ACCEPTED.includes(own.verdict))
    return 'There the key is accepted and here it is not: the value stored here, or its settings, differ from those used there.'
  return 'The provider was reached from both, and the answers differ: the two requests are not the same.'
}

function words(verdict: Verdict): string {
  return verdict.replaceAll('_', ' ')
}
