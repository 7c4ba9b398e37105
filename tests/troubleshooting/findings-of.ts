import type { LOG_SOURCES, LogCause, LogGroup } from '#lib/log-reading/schema'
import type { PairingResult } from '#lib/pairing/schema'
import { verdictTexts } from '#lib/pairing/texts/verdict-texts'
import { openai } from '#lib/providers/openai'
import type { Confidence, Verdict } from '#lib/providers/verdict'
import type { Findings } from '#lib/troubleshooting/findings'

export const AT = '2026-11-20T10:00:00.000Z'
const BY = { id: 'mem', name: 'Ada' }

/** A record of a stored key of OpenAI, with as much as a test is about. */
export function findingsOf(more: Partial<Findings> = {}): Findings {
  return {
    startedAt: AT,
    of: openai,
    provider: 'openai',
    baseUrl: null,
    model: null,
    environment: null,
    key: {
      name: 'OPENAI_API_KEY',
      environment: 'staging',
      version: 2,
      expiresAt: null,
      revokedAt: null,
      versions: [
        { number: 2, state: 'current', createdAt: '2026-11-10T10:00:00.000Z', retiredAt: null },
        { number: 1, state: 'previous', createdAt: '2026-10-01T10:00:00.000Z', retiredAt: '2026-11-10T10:00:00.000Z' },
      ],
    },
    pairing: pairingOf('paired', 'proven'),
    pairingProblem: null,
    testedAt: AT,
    earlier: [],
    others: { tested: 0, good: 0, failing: 0 },
    application: {},
    applicationAt: null,
    clockSkewMs: null,
    answers: {},
    logs: [],
    ownAnswers: [],
    valueProofs: [],
    ...more,
  }
}

export function pairingOf(
  verdict: Verdict,
  confidence: Confidence = 'proven',
  more: Partial<PairingResult> = {},
): PairingResult {
  const contact = verdictTexts[verdict].contact === 'nobody' ? 'Nobody' : `Somebody for ${verdict}`
  return {
    id: 'pair',
    provider: 'openai',
    version: 2,
    target: 'api.openai.com/v1/models',
    startedAt: AT,
    durationMs: 120,
    trigger: 'troubleshooting',
    verdict,
    headline: `The test says ${verdict}.`,
    confidence,
    stages: [],
    warnings: [],
    cause: `The test’s reasons for ${verdict}.`,
    steps: [{ title: `The test’s step for ${verdict}`, detail: '' }],
    contact: { who: contact, why: '', message: contact === 'Nobody' ? '' : 'Hello' },
    observed: {},
    requests: { curl: 'curl' },
    ...more,
  }
}

export function logOf(...groups: Partial<LogGroup>[]): Findings['logs'] {
  const whole = groups.map((group) => ({
    cause: 'unknown' as LogCause,
    headline: `The log says ${group.cause}.`,
    means: '',
    source: 'node' as keyof typeof LOG_SOURCES,
    confidence: 'proven' as const,
    count: 3,
    firstAt: AT,
    lastAt: AT,
    lines: [],
    ...group,
  }))
  const reading = { bytes: 10, lines: 2, truncated: false, unknownLines: 0, groups: whole, notes: [] }
  return [{ id: 'log', at: AT, by: BY, reading }]
}

export function answersOf(values: Record<string, string>): Findings['answers'] {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, at: AT, by: BY }]))
}

export function proofOf(outcome: Findings['valueProofs'][number]['outcome']): Findings['valueProofs'] {
  const hidden = outcome === 'hidden_characters' ? 'a line feed at its end' : null
  const version = outcome === 'other' ? null : outcome === 'older' ? 1 : 2
  return [{ id: 'prf', at: AT, by: BY, outcome, version, replacedAt: null, hidden, says: `The proof says ${outcome}.` }]
}

export function ownAnswerOf(
  verdict: Verdict,
  isSame: boolean,
  confidence: Confidence = 'proven',
): Findings['ownAnswers'] {
  const words = {
    says: `It reads as ${verdict}.`,
    excerpt: '',
    differences: [],
    proves: `The comparison proves ${isSame}.`,
  }
  return [{ id: 'ans', at: AT, by: BY, status: 200, verdict, confidence, isSame, ...words }]
}
