import type { Findings } from '../findings.ts'
import type { Conclusion, TroubleshootingStep } from '../schema.ts'
import { advancedNetwork } from './advanced-network.ts'
import { applicationHealth } from './application-health.ts'
import { basics } from './basics.ts'
import { directTest } from './direct-test.ts'
import { key } from './key.ts'
import { logs } from './logs.ts'
import { network } from './network.ts'
import { offerSkip } from './offer-skip.ts'
import { serviceStatus } from './service-status.ts'
import type { BuildStep } from './step.ts'
import { support } from './support.ts'

const IN_ORDER: BuildStep[] = [
  basics,
  key,
  network,
  serviceStatus,
  applicationHealth,
  logs,
  directTest,
  advancedNetwork,
  support,
]

/** The nine steps, each with what it shows and what a person can do in it. */
export function buildSteps(findings: Findings, conclusion: Conclusion): TroubleshootingStep[] {
  return IN_ORDER.map((build) => {
    const step = offerSkip(findings, build(findings, conclusion))
    return { ...step, summary: step.summary.slice(0, 4000) }
  })
}
