import type { Verdict } from '#lib/providers/verdict'
import type { Findings } from '../findings.ts'
import type { StepName } from '../schema.ts'
import { type Candidate, WEIGHTS } from './candidate.ts'

interface Told {
  verdict: Verdict
  says: string
  /** The twin is near: it may be the other one. */
  isVague?: boolean
}

/** What a person saw when they tried from the application's machine, by the value of the answer. */
export const SEEN_FROM_APPLICATION: Record<string, Told> = {
  dns: { verdict: 'dns_not_found', says: 'the name was not found' },
  timeout: { verdict: 'tcp_timeout', says: 'nothing answered in time' },
  refused: { verdict: 'tcp_refused', says: 'the connection was refused' },
  reset: { verdict: 'connection_reset', says: 'the connection was cut' },
  certificate: { verdict: 'tls_intercepted', says: 'the certificate was not trusted', isVague: true },
  proxy: { verdict: 'proxy_refused', says: 'the proxy did not let it through', isVague: true },
  page: { verdict: 'block_page', says: 'a web page came back' },
}

/** What people answered in guided steps: weighs less than what was measured. */
export function fromAnswers({ answers }: Findings): Candidate[] {
  const seen = SEEN_FROM_APPLICATION[answers['network.from_application']?.value ?? '']
  const incident = answers['service_status.incident']?.value === 'incident'
  return [
    ...(seen ? [told(seen, 'network', `Tried from the application’s machine, ${seen.says}.`)] : []),
    ...(incident
      ? [
          told(
            { verdict: 'provider_outage', says: '' },
            'service_status',
            'The provider’s status page shows an incident, as a person read there.',
          ),
        ]
      : []),
  ]
}

function told({ verdict, isVague }: Told, fromStep: StepName, says: string): Candidate {
  const confidence = isVague ? 'possible' : 'likely'
  return { verdict, confidence, fromStep, weight: WEIGHTS.person[confidence], side: 'application', because: [says] }
}
