import { companyOf } from '#lib/providers/company-of'
import { shownKey, variableOf } from '../pairing-input.ts'
import { proofUrl } from '../proof-request.ts'
import type { PairingStage, StageName } from '../schema.ts'
import type { Facts } from './facts.ts'
import { verdictTexts } from './verdict-texts.ts'

/** What was measured, for the message. */
export interface Tested {
  startedAt: Date
  durationMs: number
  stages: readonly PairingStage[]
}

const LONGEST = 8000
const EXCLUDES: Partial<Record<StageName, string>> = {
  dns: 'the name resolves',
  tcp: 'the address accepts connections',
  proxy: 'the proxy forwards',
  tls: 'the certificate is valid',
  http: 'the server answers',
  auth: 'the key is recognised',
}

/** A message that the reader can send as it stands: what, when, what came back, what is excluded. It never holds a value. */
export function contactMessage(facts: Facts, tested: Tested, ask: string): string {
  const { provider, confidence, because } = facts
  const lines = [
    'Hello,',
    '',
    `a pairing test between our application and ${companyOf(provider)} failed: ${verdictTexts[facts.verdict].headline(facts)}`,
    '',
    ...factLines(facts, tested),
    `Why we think so (${confidence}): ${because.join(' ')}`,
    '',
    ask,
    '',
    'Thank you.',
  ]
  return lines.join('\n').slice(0, LONGEST)
}

function factLines(facts: Facts, { startedAt, durationMs, stages }: Tested): string[] {
  const { provider, answer, reading, baseUrl, input } = facts
  const excluded = stages.flatMap(({ stage, status }) =>
    status === 'passed' && EXCLUDES[stage] ? [EXCLUDES[stage]] : [],
  )
  const ids = answer
    ? provider.requestIdHeaders.flatMap((name) => (answer.headers[name] ? [`${name}: ${answer.headers[name]}`] : []))
    : []
  const said = reading?.error.message ? `, “${reading.error.message.slice(0, 300)}”` : ''
  return [
    `When: ${startedAt.toISOString()}, for ${Math.round(durationMs)} ms`,
    `Asked: ${provider.proof.method} ${proofUrl(provider, baseUrl, shownKey(input))}, with the key ${variableOf(input)}${input.version ? `, version ${input.version}` : ''} (its value is withheld)`,
    answer ? `Answered: HTTP ${answer.status}${said}` : 'Answered: nothing came back',
    ...(ids.length > 0 ? [`Request id: ${ids.join(', ')}`] : []),
    ...(excluded.length > 0 ? [`Excluded: ${excluded.join('; ')}`] : []),
  ]
}
