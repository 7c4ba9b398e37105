import type { Findings } from '../findings.ts'
import { type Candidate, WEIGHTS } from './candidate.ts'
import { pairsHere } from './from-logs.ts'
import { isGood, isOfKey, isUndecided } from './verdict-kinds.ts'

/** What a person's own tool got, where it differs from what this server got. */
export function fromOwnAnswers(findings: Findings): Candidate[] {
  const latest = findings.ownAnswers.at(-1)
  if (!latest || latest.isSame || isGood(latest.verdict) || isUndecided(latest.verdict)) return []
  const { verdict, confidence, says, proves } = latest
  const base = { fromStep: 'direct_test' as const, side: 'application' as const, because: [proves, says] }
  if (isOfKey(verdict) && pairsHere(findings))
    return [{ ...base, verdict: 'application_key_stale', confidence: 'likely', weight: WEIGHTS.ownAnswer.likely }]
  return [{ ...base, verdict, confidence, weight: WEIGHTS.ownAnswer[confidence] }]
}
