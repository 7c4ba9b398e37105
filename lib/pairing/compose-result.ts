import type { Scrubber } from '#lib/outbound/scrub'
import type { Verdict } from '#lib/providers/verdict'
import { buildCurl } from './build-curl.ts'
import { shownKey } from './pairing-input.ts'
import { proofUrl } from './proof-request.ts'
import type { Tested } from './run-pairing.ts'
import type { PairingObserved, PairingResult } from './schema.ts'
import { contactFor } from './texts/contact-for.ts'
import type { Facts } from './texts/facts.ts'
import { verdictTexts } from './texts/verdict-texts.ts'
import { warningsFor } from './warnings-for.ts'

interface Frame {
  id: string
  startedAt: Date
  durationMs: number
  scrub: Scrubber
}

const MOST_MODELS = 500

/** Puts a tested value into words. Every text is scrubbed once more on its way out. */
export function composeResult(tested: Tested, { id, startedAt, durationMs, scrub }: Frame): PairingResult {
  const { evidence, conclusion, stages, baseUrl } = tested
  const { provider, keyId, version, trigger } = evidence.input
  const facts = factsOf(tested)
  const text = verdictTexts[conclusion.verdict]
  const twin = conclusion.confidence === 'proven' ? undefined : twinOf(facts, conclusion.nearTwin)
  const words = scrub.deep({
    target: targetOf(tested),
    headline: text.headline(facts).slice(0, 500),
    warnings: warningsFor(evidence, conclusion, facts),
    cause: [...conclusion.because, ...(twin ? [twin] : [])].join(' ').slice(0, 4000),
    steps: text
      .steps(facts)
      .map((step) => ({ ...step, title: step.title.slice(0, 300), detail: step.detail.slice(0, 4000) })),
    contact: contactFor(facts, { startedAt, durationMs, stages }),
    observed: observedOf(tested),
    requests: { curl: baseUrl ? buildCurl(provider, baseUrl, shownKey(evidence.input)) : '' },
  })
  const { verdict, confidence } = conclusion
  const subject = { ...(keyId !== undefined && { keyId }), ...(version !== undefined && { version }) }
  return {
    id,
    ...subject,
    provider: provider.id,
    startedAt: startedAt.toISOString(),
    durationMs,
    trigger,
    verdict,
    confidence,
    stages,
    ...words,
  }
}

/** What would look the same, in a sentence. */
function twinOf(facts: Facts, nearTwin: Verdict | undefined): string | undefined {
  if (!nearTwin) return verdictTexts[facts.verdict].twin?.(facts)
  return `What would look the same: ${verdictTexts[nearTwin].headline({ ...facts, verdict: nearTwin })}`
}

function targetOf({ baseUrl, evidence }: Tested): string {
  const url = proofUrl(evidence.input.provider, baseUrl.slice(0, 2000), shownKey(evidence.input))
  return baseUrl ? url.replace(/^https:\/\//, '') : ''
}

function factsOf({ evidence, conclusion, host, baseUrl, retryAt }: Tested): Facts {
  const { input, check, answer, reading, betterBaseUrl, model, clockSkewMs } = evidence
  const { value: _, ...known } = input
  return {
    input: known,
    provider: input.provider,
    check,
    verdict: conclusion.verdict,
    confidence: conclusion.confidence,
    host,
    baseUrl,
    answer,
    reading,
    betterBaseUrl,
    missing: conclusion.missing ?? [],
    nearModels: model?.near ?? [],
    retryAt,
    clockSkewMs,
    because: conclusion.because,
  }
}

function observedOf({ evidence }: Tested): PairingObserved {
  const observed = evidence.reading?.success?.observed ?? {}
  const { models, rateLimit, ...rest } = observed
  const known = {
    ...rest,
    ...(models && { models: models.slice(0, MOST_MODELS) }),
    ...(rateLimit && Object.keys(rateLimit).length > 0 && { rateLimit }),
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
}
