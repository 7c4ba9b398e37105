import type { Findings } from '../findings.ts'
import type { Conclusion } from '../schema.ts'
import type { Candidate } from './candidate.ts'
import { latestProof } from './latest-proof.ts'
import { isGood, isUndecided } from './verdict-kinds.ts'

/** What is not known yet and would decide, the most telling first. Nothing is missing from what is proven. */
export function findMissing(findings: Findings, { verdict, confidence }: Candidate): Conclusion['missing'] {
  const isOpen = isGood(verdict) || isUndecided(verdict) || confidence !== 'proven'
  if (!isOpen) return []
  const isUnsureOfValue = verdict === 'application_key_stale' || isGood(verdict) || isUndecided(verdict)
  const asks: [isMissing: boolean, Conclusion['missing'][number]][] = [
    [
      findings.pairing === null,
      { step: 'direct_test', what: 'A test from this server, which shows whether the key itself is accepted.' },
    ],
    [
      isUnsureOfValue && findings.key !== null && latestProof(findings) === undefined,
      { step: 'key', what: 'Which value the application holds: a proof of it shows whether it is the stored one.' },
    ],
    [
      findings.logs.length === 0,
      {
        step: 'logs',
        what: 'The application’s own log, which shows what it meets on its own network, with its own settings.',
      },
    ],
    [
      findings.ownAnswers.length === 0,
      {
        step: 'direct_test',
        what: 'The same request made from the application’s machine, and the answer it got there.',
      },
    ],
    [
      findings.applicationAt === null,
      { step: 'application_health', what: 'The application’s settings: base URL, model, environment and clock.' },
    ],
  ]
  return asks.flatMap(([isMissing, missing]) => (isMissing ? [missing] : []))
}
