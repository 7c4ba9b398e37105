import type { Findings } from '../findings.ts'
import type { Candidate } from './candidate.ts'
import { pairsHere } from './from-logs.ts'
import { latestProof } from './latest-proof.ts'
import { isGood } from './verdict-kinds.ts'

/** What the evidence rules out: said beside the conclusion, so that nobody looks there again. */
export function excluded(findings: Findings, chosen: Candidate): string[] {
  const { ownAnswers, logs, others, pairing } = findings
  const answer = ownAnswers.at(-1)
  const latest = logs.at(-1)?.reading
  return [
    chosen.side === 'application' && pairsHere(findings) && pairing
      ? `From this server the key pairs (${pairing.headline}), so key, provider and account are not at fault.`
      : '',
    latestProof(findings)?.outcome === 'current' ? 'The application holds the stored value: it is not stale.' : '',
    answer?.isSame ? answer.proves : '',
    latest && latest.groups.length === 0 ? 'The application’s log holds nothing that is known to stop a pairing.' : '',
    !isGood(chosen.verdict) && others.good > 0 ? `${count(others.good)} of this provider paired within a day.` : '',
    others.failing > 0
      ? `${count(others.failing)} of this provider ${others.failing === 1 ? 'fails' : 'fail'} too.`
      : '',
  ].filter(Boolean)
}

function count(keys: number): string {
  return keys === 1 ? '1 other key' : `${keys} other keys`
}
