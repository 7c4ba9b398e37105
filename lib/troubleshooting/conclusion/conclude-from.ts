import type { Findings } from '../findings.ts'
import type { Conclusion } from '../schema.ts'
import { type Candidate, WEIGHT_OF_AGREEMENT, WEIGHT_OF_UNKNOWN } from './candidate.ts'
import { excluded } from './excluded.ts'
import { fromAnswers } from './from-answers.ts'
import { fromApplication } from './from-application.ts'
import { fromLogs } from './from-logs.ts'
import { fromOwnAnswers } from './from-own-answers.ts'
import { fromTest } from './from-test.ts'
import { fromValueProofs } from './from-value-proofs.ts'
import { findMissing } from './missing.ts'
import { agree, isGood } from './verdict-kinds.ts'
import { wordsFor } from './words-for.ts'

const MOST_OUTWEIGHED = 5

/** Draws the one conclusion from everything that a record knows: the heaviest cause, and why it outweighs the others. */
export function concludeFrom(findings: Findings): Conclusion {
  const candidates = weighed(findings)
  const chosen = chosenFrom(candidates, findings)
  const { verdict, confidence } = chosen
  const because = [...chosen.because, ...agreeing(chosen, candidates), ...outweighed(chosen, candidates)]
  const sentences = [...new Set([...because, ...excluded(findings, chosen)])].map((text) => text.slice(0, 2000))
  const missing = findMissing(findings, chosen)
  const fromStep = chosen.weight > WEIGHT_OF_UNKNOWN ? chosen.fromStep : null
  return {
    verdict,
    confidence,
    because: sentences,
    fromStep,
    missing,
    ...wordsFor(findings, chosen, sentences, missing),
  }
}

/** Every cause that a step speaks for, heaviest first; two that agree strengthen each other. */
function weighed(findings: Findings): Candidate[] {
  const found = [
    ...fromValueProofs(findings),
    ...fromLogs(findings),
    ...fromOwnAnswers(findings),
    ...fromTest(findings),
    ...fromApplication(findings),
    ...fromAnswers(findings),
  ]
  return found
    .map((candidate) => {
      const isBorneOut = found.some(
        (other) => other.fromStep !== candidate.fromStep && agree(other.verdict, candidate.verdict),
      )
      return isBorneOut ? { ...candidate, weight: candidate.weight + WEIGHT_OF_AGREEMENT } : candidate
    })
    .sort((one, other) => other.weight - one.weight)
}

function chosenFrom(candidates: Candidate[], findings: Findings): Candidate {
  const [heaviest] = candidates
  if (!heaviest) return unknown('No test could be made, and nothing else is known yet.')
  const good = candidates.find(({ verdict, side }) => side === 'here' && isGood(verdict))
  if (good && worksNow(findings)) return { ...good, because: [...good.because, WORKS_NOW] }
  if (isGood(heaviest.verdict)) return goodOrUnknown(heaviest, findings)
  // The test knows whose words these are and what to do, so of two that agree it speaks.
  const test = candidates.find(({ side }) => side === 'here')
  if (test && heaviest.fromStep === 'logs' && agree(test.verdict, heaviest.verdict))
    return {
      ...test,
      weight: heaviest.weight,
      confidence: heaviest.verdict === test.verdict && heaviest.confidence === 'proven' ? 'proven' : test.confidence,
    }
  return heaviest
}

const WORKS_NOW = 'The application works now, as somebody answered after everything else was known.'

/** Said after the last evidence came in: that shows what was, and is mended. */
function worksNow({ answers, logs, ownAnswers, valueProofs }: Findings): boolean {
  const answer = answers['application_health.still_fails']
  const evidence = [...logs, ...ownAnswers, ...valueProofs]
  return answer?.value === 'no' && evidence.every(({ at }) => at <= answer.at)
}

/** The key pairs from here. Whoever says that the application fails all the same knows more than the test. */
function goodOrUnknown(paired: Candidate, { answers }: Findings): Candidate {
  if (answers['application_health.still_fails']?.value !== 'yes') return paired
  const because = [
    'The key pairs from this server, and the application fails all the same, as somebody answered.',
    ...paired.because,
  ]
  return { ...unknown('The key pairs from here; what stops the application is not known yet.'), because }
}

function unknown(headline: string): Candidate {
  const base = { fromStep: 'direct_test', weight: WEIGHT_OF_UNKNOWN, side: 'here' } as const
  return { ...base, verdict: 'unknown', confidence: 'possible', headline, because: [headline] }
}

function agreeing(chosen: Candidate, candidates: Candidate[]): string[] {
  return candidates
    .filter((other) => other !== chosen && other.fromStep !== chosen.fromStep && agree(other.verdict, chosen.verdict))
    .flatMap(({ because }) => because.slice(0, 1))
}

function outweighed(chosen: Candidate, candidates: Candidate[]): string[] {
  return candidates
    .filter(
      (other) => !agree(other.verdict, chosen.verdict) && !isGood(other.verdict) && other.weight > WEIGHT_OF_UNKNOWN,
    )
    .slice(0, MOST_OUTWEIGHED)
    .map(({ because, confidence }) => `Also seen, and outweighed (${confidence}): ${because[0] ?? ''}`)
}
