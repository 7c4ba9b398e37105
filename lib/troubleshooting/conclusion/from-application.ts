import { compareSettings } from '../compare-settings.ts'
import type { Findings } from '../findings.ts'
import { type Candidate, WEIGHTS } from './candidate.ts'

/** What the application's settings suggest, where they are not what was tested. */
export function fromApplication(findings: Findings): Candidate[] {
  return compareSettings(findings).map(({ verdict, confidence, says, setting }) => ({
    verdict,
    confidence,
    fromStep: 'application_health',
    weight: WEIGHTS.settings[confidence],
    side: 'application',
    because: [says],
    ...(setting === 'clock' && { headline: says }),
  }))
}
