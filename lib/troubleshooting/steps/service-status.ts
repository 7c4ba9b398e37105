import type { Findings } from '../findings.ts'
import { answerTo, ask, type BuildStep, byMachine, byPerson, evidenceOf, type Status, stagesOf } from './step.ts'

/** How the provider says it is, and how other keys of it fare. */
export const serviceStatus: BuildStep = (findings) => {
  const { of: provider, pairing, others, testedAt, answers } = findings
  const page = provider?.links.statusPage
  const [stage] = stagesOf(findings, ['status'])
  const given = answers['service_status.incident']
  const status = statusOf(findings)
  const make = status === 'waiting' || (given && stage?.status === 'skipped') ? byPerson : byMachine
  return make({
    step: 'service_status',
    status,
    summary:
      [
        pairing?.verdict === 'provider_outage'
          ? pairing.headline
          : stage && stage.status !== 'skipped'
            ? stage.summary
            : '',
        answerTo(findings, 'service_status.incident') === 'incident'
          ? 'Its status page shows an incident, as somebody read there.'
          : '',
        stage?.evidence.otherKeys === undefined ? othersSay(findings) : '',
        status === 'waiting' && page ? `Look at ${provider?.name}’s status page: ${page}` : '',
      ]
        .filter(Boolean)
        .join(' ') || `${provider?.name ?? 'The provider'} answers; of incidents nothing is known here.`,
    evidence: { ...evidenceOf(stage ? [stage] : []), otherKeys: { ...others }, ...(page && { statusPage: page }) },
    actions: page
      ? [
          ask(findings, {
            id: 'service_status.incident',
            kind: 'choose',
            title: `What does ${provider?.name}’s status page say?`,
            detail: 'An incident never makes a key wrong, but explains answers that fail for everybody.',
            link: page,
            options: [
              { value: 'fine', label: 'All is well' },
              { value: 'incident', label: 'There is an incident' },
            ],
          }),
        ]
      : [],
    at: status === 'waiting' ? null : (given?.at ?? testedAt),
  })
}

function statusOf(findings: Findings): Status {
  const { pairing, others, of } = findings
  const [stage] = stagesOf(findings, ['status'])
  const told = answerTo(findings, 'service_status.incident')
  if (pairing?.verdict === 'provider_outage' || stage?.status === 'failed') return 'failed'
  if (told === 'incident' || stage?.status === 'warned') return 'warned'
  if (stage?.status === 'passed' || told === 'fine' || others.good > 0) return 'passed'
  // An answer of the provider's own is a sign of life, though no word on incidents.
  if (stagesOf(findings, ['http']).some(({ status }) => status === 'passed')) return 'passed'
  return of?.links.statusPage ? 'waiting' : 'skipped'
}

function othersSay({ others, key }: Findings): string {
  if (others.tested === 0) return ''
  const where = key ? 'in this environment' : 'that you see'
  const fare = [others.good > 0 ? `${others.good} paired` : '', others.failing > 0 ? `${others.failing} failed` : '']
  return `Of ${others.tested} other ${others.tested === 1 ? 'key' : 'keys'} of this provider ${where}, tested within a day, ${fare.filter(Boolean).join(' and ')}.`
}
