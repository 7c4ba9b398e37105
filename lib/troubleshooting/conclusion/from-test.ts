import type { Findings } from '../findings.ts'
import { type Candidate, WEIGHT_OF_PAIRED, WEIGHT_OF_UNKNOWN, WEIGHTS } from './candidate.ts'
import { isGood, isUndecided, stepOf } from './verdict-kinds.ts'

/** What this server's own test concluded, in its own words. */
export function fromTest({ pairing }: Findings): Candidate[] {
  if (!pairing) return []
  const { verdict, confidence, headline, cause } = pairing
  const weight = isGood(verdict)
    ? WEIGHT_OF_PAIRED
    : isUndecided(verdict)
      ? WEIGHT_OF_UNKNOWN
      : WEIGHTS.test[confidence]
  const fromStep = isGood(verdict) || isUndecided(verdict) ? 'direct_test' : stepOf(verdict)
  return [{ verdict, confidence, fromStep, weight, side: 'here', headline, because: cause ? [cause] : [] }]
}
