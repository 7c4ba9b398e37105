import type { Findings } from '../findings.ts'
import { type Candidate, WEIGHTS } from './candidate.ts'
import { latestProof } from './latest-proof.ts'

/** What the latest comparison of values proves: arithmetic, so nothing else looks the same. */
export function fromValueProofs(findings: Findings): Candidate[] {
  const latest = latestProof(findings)
  if (!latest || latest.outcome === 'current') return []
  const base = { fromStep: 'key' as const, side: 'application' as const, because: [latest.says] }
  switch (latest.outcome) {
    case 'older':
      return [{ ...base, verdict: 'application_key_stale', confidence: 'proven', weight: WEIGHTS.valueProof.proven }]
    case 'hidden_characters':
      return [
        {
          ...base,
          verdict: 'key_hidden_characters',
          confidence: 'proven',
          weight: WEIGHTS.valueProof.proven,
          headline: `The application’s copy of the key holds what does not belong to it: ${latest.hidden ?? 'hidden characters'}.`,
        },
      ]
    case 'other':
      return [
        {
          ...base,
          verdict: 'application_key_stale',
          confidence: 'likely',
          weight: WEIGHTS.valueProof.likely,
          headline: 'The application uses another value than any that is stored here for this key.',
        },
      ]
  }
}
