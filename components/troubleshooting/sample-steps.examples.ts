import type { StepName, TroubleshootingAction, TroubleshootingStep } from '#lib/troubleshooting/schema'
import { STEP_ORDER } from './step-words.ts'

export const sampledAt = '2026-11-23T23:12:04.000Z'

type Said = Partial<TroubleshootingStep> & Pick<TroubleshootingStep, 'status' | 'summary'>

export const skip = (step: StepName): TroubleshootingAction => ({
  id: `${step}.skip`,
  kind: 'confirm',
  title: 'Skip this step',
  detail: '',
})

export const PAIRED: Record<StepName, Said> = {
  basics: { status: 'passed', summary: 'OpenAI is known here, and the key OPENAI_API_KEY is stored and current.' },
  key: {
    status: 'passed',
    summary: 'OpenAI accepts this key.',
    evidence: { key: { status: 'passed', summary: 'Has the form of an OpenAI project key.', length: 164 } },
    actions: [
      {
        id: 'key.value_proof',
        kind: 'value_proof',
        title: 'Does the application hold this very value?',
        detail:
          'The application’s side computes a code of its value under a salt that works once. The value goes nowhere.',
      },
    ],
  },
  network: {
    status: 'passed',
    summary: 'From this server the way is clear: name, connection, certificate and answer.',
  },
  service_status: { status: 'passed', summary: 'The status page reports no incident.' },
  application_health: { status: 'waiting', summary: 'Nothing is known of the application yet.' },
  logs: {
    status: 'waiting',
    summary: 'No log was given yet. It shows what the application meets on its own network, with its own settings.',
    actions: [
      {
        id: 'logs.upload',
        kind: 'logs',
        title: 'Give the application’s log',
        detail: 'Paste or upload it, up to 50 MiB. Only the lines that prove something are kept, credentials masked.',
        command: 'docker logs --timestamps --since 2h CONTAINER > application.log 2>&1',
      },
    ],
  },
  direct_test: { status: 'passed', summary: 'OpenAI accepts this key.' },
  advanced_network: { status: 'skipped', summary: 'Nothing points to the network; the hosts to allow are listed.' },
  support: { status: 'skipped', summary: 'Nobody needs to be asked.' },
}

export function stepsOf(more: Partial<Record<StepName, Said>>): TroubleshootingStep[] {
  return STEP_ORDER.map((step) => {
    const said = { ...PAIRED[step], ...more[step] }
    const isWaiting = said.status === 'waiting'
    const actions = [...(said.actions ?? []), ...(isWaiting ? [skip(step)] : [])]
    const doneBy = isWaiting ? ('person' as const) : ('machine' as const)
    return { evidence: {}, at: isWaiting ? null : sampledAt, doneBy, ...said, step, actions }
  })
}

export const NETWORK_ACTIONS: TroubleshootingAction[] = [
  {
    id: 'advanced_network.allowlist',
    kind: 'allowlist',
    title: 'Hosts and ports to allow',
    detail: 'For firewall and proxy: exactly what the providers in use need.',
  },
  {
    id: 'advanced_network.advice_1',
    kind: 'run',
    title: 'Let Node.js trust the inspecting authority',
    detail: 'Node.js brings its own list of authorities. NODE_EXTRA_CA_CERTS adds one and is read at the start only.',
    command: 'NODE_EXTRA_CA_CERTS=/etc/ssl/company-ca.pem node app.js',
  },
  {
    id: 'advanced_network.done',
    kind: 'confirm',
    title: 'This was done',
    detail: 'The platform was told of the authority, and the application was restarted.',
  },
]
