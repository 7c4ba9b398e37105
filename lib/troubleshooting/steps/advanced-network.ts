import { adviceFor } from '../advice/advice-for.ts'
import { isOfNetwork } from '../conclusion/verdict-kinds.ts'
import type { TroubleshootingAction } from '../schema.ts'
import { ask, type BuildStep, byMachine, byPerson, evidenceOf, stagesOf } from './step.ts'

/** What the network team needs: hosts and ports, the certificates seen, and how the platform is told of proxy and authority. */
export const advancedNetwork: BuildStep = (findings, { verdict, headline }) => {
  const { application, provider, answers, testedAt } = findings
  const isNeeded = isOfNetwork(verdict)
  const told = adviceFor(verdict, application.platform)
  const done = answers['advanced_network.done']
  const failed = stagesOf(findings, ['dns', 'tcp', 'proxy', 'tls']).filter(({ status }) => status !== 'skipped')
  const actions: TroubleshootingAction[] = [
    {
      id: 'advanced_network.allowlist',
      kind: 'allowlist',
      title: 'Hosts and ports to allow',
      detail: 'For firewall and proxy: exactly what the providers in use need, as text for the network team.',
      link: `/api/v1/network/allowlist?provider=${encodeURIComponent(provider)}&format=text`,
    },
    ...told.map(({ title, detail, command }, index) => ({
      id: `advanced_network.advice_${index + 1}`,
      kind: 'run' as const,
      title,
      detail,
      ...(command && { command }),
    })),
    ...(isNeeded
      ? [
          ask(findings, {
            id: 'advanced_network.done',
            kind: 'confirm',
            title: 'This was done',
            detail:
              'The hosts are allowed, or the platform was told of proxy and authority, and the application was restarted.',
          }),
        ]
      : []),
  ]
  const step = 'advanced_network' as const
  const evidence = evidenceOf(failed)
  if (!isNeeded) {
    const summary = 'Nothing points to the network; the hosts to allow are listed all the same.'
    return byMachine({ step, status: 'skipped', summary, evidence, actions, at: testedAt })
  }
  if (!done) return byPerson({ step, status: 'waiting', summary: headline, evidence, actions, at: null })
  const summary = `${headline} What the network needs was done, as somebody ticked; the next test or log shows whether it helped.`
  return byPerson({ step, status: 'warned', summary, evidence, actions, at: done.at })
}
