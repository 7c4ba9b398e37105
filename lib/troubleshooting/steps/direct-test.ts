import { isGood, isUndecided } from '../conclusion/verdict-kinds.ts'
import type { Findings } from '../findings.ts'
import { type BuildStep, byMachine, type Status } from './step.ts'

/** The request itself: as this server makes it, and as a person's own tool does. */
export const directTest: BuildStep = (findings) => {
  const { pairing, pairingProblem, ownAnswers, testedAt } = findings
  const latest = ownAnswers.at(-1)
  return byMachine({
    step: 'direct_test',
    status: statusOf(findings),
    summary: [pairing?.headline ?? pairingProblem ?? 'No test was made.', latest?.proves].filter(Boolean).join(' '),
    evidence: {
      ...(pairing && {
        pairing: pairing.id,
        verdict: pairing.verdict,
        confidence: pairing.confidence,
        target: pairing.target,
        durationMs: pairing.durationMs,
      }),
      ...(latest && {
        ownAnswer: {
          status: latest.status,
          verdict: latest.verdict,
          isSame: latest.isSame,
          differences: latest.differences,
        },
      }),
    },
    actions: [
      {
        id: 'direct_test.again',
        kind: 'test',
        title: 'Run the test again',
        detail: 'After every change: with what is stored now.',
      },
      {
        id: 'direct_test.requests',
        kind: 'requests',
        title: 'Make the same request from the application’s machine',
        detail: 'As cURL, HTTPie, a Postman collection or an Insomnia export. A variable stands for the value.',
        ...(pairing?.requests.curl && { command: pairing.requests.curl }),
      },
      {
        id: 'direct_test.own_answer',
        kind: 'own_answer',
        title: 'Give the answer that your tool got',
        detail:
          'The whole output, headers included (curl -i). It is read by the provider’s own rules and compared with the answer that came here.',
      },
    ],
    at: latest?.at ?? (pairing ? testedAt : null),
  })
}

function statusOf({ pairing, ownAnswers }: Findings): Status {
  const latest = ownAnswers.at(-1)
  if (latest && !latest.isSame && !isGood(latest.verdict)) return 'failed'
  if (!pairing) return latest ? 'warned' : 'skipped'
  if (isUndecided(pairing.verdict) || pairing.verdict === 'paired_limited') return 'warned'
  return isGood(pairing.verdict) ? 'passed' : 'failed'
}
