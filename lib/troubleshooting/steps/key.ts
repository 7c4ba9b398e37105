import { latestProof } from '../conclusion/latest-proof.ts'
import { isGood, isOfKey } from '../conclusion/verdict-kinds.ts'
import type { Findings } from '../findings.ts'
import type { TroubleshootingAction } from '../schema.ts'
import { type BuildStep, byMachine, evidenceOf, type Status, stagesOf, worst } from './step.ts'

/** The value itself, as this server tested it, and which value the application holds. */
export const key: BuildStep = (findings) => {
  const { pairing, key: stored, earlier, testedAt } = findings
  const stages = stagesOf(findings, ['key', 'auth', 'permissions'])
  const proof = latestProof(findings)
  const history = earlier.map(({ at, verdict, version }) => ({ at, verdict, version }))
  return byMachine({
    step: 'key',
    status: statusOf(findings),
    summary: [pairing ? summaryOf(findings) : 'The value could not be tested.', proof?.says].filter(Boolean).join(' '),
    evidence: {
      ...evidenceOf(stages),
      ...(stored && {
        versions: stored.versions.map(({ number, state, createdAt }) => ({ number, state, createdAt })),
      }),
      ...(history.length > 0 && { earlierTests: history }),
      ...(proof && { valueProof: { outcome: proof.outcome, version: proof.version, at: proof.at } }),
    },
    actions: actionsOf(findings),
    at: proof?.at ?? testedAt,
  })
}

function statusOf(findings: Findings): Status {
  const { pairing } = findings
  const outcome = latestProof(findings)?.outcome
  if (outcome && outcome !== 'current') return 'failed'
  if (!pairing) return 'skipped'
  if (isGood(pairing.verdict)) return worst(stagesOf(findings, ['key'])) === 'warned' ? 'warned' : 'passed'
  if (isOfKey(pairing.verdict) || pairing.verdict === 'permission_missing') return 'failed'
  return worst(stagesOf(findings, ['key'])) === 'failed' ? 'failed' : 'warned'
}

function summaryOf({ pairing, earlier }: Findings): string {
  if (!pairing) return ''
  const before = earlier.find(({ verdict }) => isGood(verdict))
  const since = isGood(pairing.verdict) || !before ? '' : ` It was accepted before, last on ${before.at}.`
  const auth = pairing.stages.find(({ stage }) => stage === 'auth' && pairing.verdict !== 'unknown')
  const isReached = auth !== undefined && auth.status !== 'skipped'
  if (isGood(pairing.verdict) || isOfKey(pairing.verdict)) return `${pairing.headline}${since}`
  return isReached ? `${auth.summary}${since}` : `The key was not judged: ${pairing.headline}${since}`
}

function actionsOf({ key: stored, of }: Findings): TroubleshootingAction[] {
  const dashboard = of?.links.dashboard
  return [
    ...(stored
      ? [
          {
            id: 'key.value_proof',
            kind: 'value_proof' as const,
            title: 'Does the application hold this very value?',
            detail:
              'The application’s side computes a code of its value under a salt that works once, and the code is compared here with every stored version. The value itself goes nowhere.',
          },
        ]
      : []),
    ...(dashboard
      ? [
          {
            id: 'key.dashboard',
            kind: 'open' as const,
            title: 'Look the key up at the provider',
            detail: 'Is it listed there, active, and of the account and project that is meant?',
            link: dashboard,
          },
        ]
      : []),
  ]
}
