import type { Findings } from './findings.ts'
import type { Application } from './schema.ts'

type Known = Pick<
  Findings,
  'of' | 'provider' | 'baseUrl' | 'model' | 'environment' | 'key' | 'pairing' | 'pairingProblem' | 'earlier' | 'others'
>

/** What a record knows at its beginning. */
export function startFindings(known: Known, application: Application | undefined, now: Date): Findings {
  const at = now.toISOString()
  return {
    ...known,
    startedAt: at,
    testedAt: at,
    application: application ?? {},
    applicationAt: application ? at : null,
    clockSkewMs: application?.clock ? Date.parse(application.clock) - now.getTime() : null,
    answers: {},
    logs: [],
    ownAnswers: [],
    valueProofs: [],
  }
}
