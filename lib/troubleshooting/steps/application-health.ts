import { compareSettings } from '../compare-settings.ts'
import { answerTo, ask, type BuildStep, byMachine, byPerson } from './step.ts'

/** How the application is set up and how it fares, against what was tested. */
export const applicationHealth: BuildStep = (findings) => {
  const { application, applicationAt, clockSkewMs, answers } = findings
  const differences = compareSettings(findings)
  const fails = answerTo(findings, 'application_health.still_fails')
  const actions = [
    {
      id: 'application_health.settings',
      kind: 'application' as const,
      title: 'Say how the application is set up',
      detail:
        'Platform, base URL, model, version, environment and what its clock shows (date -u +%Y-%m-%dT%H:%M:%SZ): each is compared with what was tested.',
    },
    ask(findings, {
      id: 'application_health.restarted',
      kind: 'confirm',
      title: 'Restart the application',
      detail: 'Many applications read their keys only when they start.',
    }),
    ask(findings, {
      id: 'application_health.still_fails',
      kind: 'choose',
      title: 'Does the application still fail?',
      detail: 'After whatever was done last.',
      options: [
        { value: 'yes', label: 'It still fails' },
        { value: 'no', label: 'It works now' },
      ],
    }),
  ]
  const step = 'application_health' as const
  const at = answers['application_health.still_fails']?.at ?? applicationAt
  if (differences.length > 0) {
    const isLikely = differences.some(({ confidence }) => confidence !== 'possible')
    return byMachine({
      step,
      status: isLikely ? 'failed' : 'warned',
      summary: differences.map(({ says }) => says).join(' '),
      evidence: { differences: differences.map((each) => ({ ...each })) },
      actions,
      at,
    })
  }
  if (fails === 'no') return byPerson({ step, status: 'passed', summary: 'The application works now.', actions, at })
  if (fails === 'yes')
    return byPerson({
      step,
      status: 'failed',
      summary: 'The application still fails, as somebody answered.',
      actions,
      at,
    })
  if (!applicationAt)
    return byPerson({ step, status: 'waiting', summary: 'Nothing is known of the application yet.', actions, at: null })
  const compared = Object.keys(application).filter((each) => each !== 'name' && each !== 'platform')
  if (compared.length === 0) {
    const summary = 'Only the platform is known yet; the settings decide.'
    return byPerson({ step, status: 'waiting', summary, actions, at: null })
  }
  return byMachine({
    step,
    status: 'passed',
    summary: `What is known of the application agrees with what was tested: ${compared.join(', ')}.`,
    evidence: { compared, ...(clockSkewMs !== null && { clockSkewMs }) },
    actions,
    at,
  })
}
