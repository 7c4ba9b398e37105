import type { PairingStage } from '#lib/pairing/schema'
import type { Provider } from '#lib/providers/provider'
import type { Findings } from '../findings.ts'
import type { Conclusion } from '../schema.ts'
import type { Candidate } from './candidate.ts'
import { describe } from './from-logs.ts'
import { isGood } from './verdict-kinds.ts'

const LONGEST = 8000
const MOST_GROUPS = 3
const MOST_LINES = 3
const EXCLUDES: Partial<Record<PairingStage['stage'], string>> = {
  dns: 'the name resolves',
  tcp: 'the address accepts connections',
  proxy: 'the proxy forwards',
  tls: 'the certificate is valid',
  http: 'the server answers',
  auth: 'the key is recognised',
}

interface Said {
  headline: string
  ask: string
  because: string[]
  missing: Conclusion['missing']
}

/** A message that the reader can send as it stands: what was measured, by which step, and what is excluded. It never holds a value. */
export function supportMessage(
  findings: Findings,
  chosen: Candidate,
  { headline, ask, because, missing }: Said,
): string {
  const provider = findings.of?.name ?? findings.provider
  const application = findings.application.name ? `“${findings.application.name}”` : 'our application'
  const lines = [
    'Hello,',
    '',
    `we looked into why ${application} cannot use ${provider}: ${headline}`,
    '',
    ...testLines(findings),
    `Why we think so (${chosen.confidence}): ${because.join(' ')}`,
    ...logLines(findings),
    ...ownAnswerLines(findings),
    ...(missing.length > 0 ? [`Not known yet: ${missing.map(({ what }) => what).join(' ')}`] : []),
    '',
    ask,
    '',
    'Thank you.',
  ]
  return lines.join('\n').slice(0, LONGEST)
}

function testLines({ of, pairing, key, pairingProblem }: Findings): string[] {
  if (!pairing) return pairingProblem ? [`Tested: no. ${pairingProblem}`] : []
  const { startedAt, durationMs, target, stages } = pairing
  const auth = stages.find(({ stage }) => stage === 'auth')?.evidence ?? {}
  const status = stages.find(({ stage }) => stage === 'http')?.evidence.answeredStatus ?? auth.status
  const said = typeof auth.message === 'string' && auth.message ? `, “${auth.message.slice(0, 300)}”` : ''
  const passed = stages.flatMap(({ stage, status: each }) =>
    each === 'passed' && EXCLUDES[stage] ? [EXCLUDES[stage]] : [],
  )
  const name = key ? `with the key ${key.name}, version ${pairing.version ?? key.version}` : 'with a key'
  return [
    `When: ${startedAt}, for ${Math.round(durationMs)} ms, from our server`,
    `Asked: ${target} ${name} (its value is withheld)`,
    `Answered: ${status === undefined ? 'nothing came back' : `HTTP ${status}${said}`}${isGood(pairing.verdict) ? ' (accepted)' : ''}`,
    ...requestIds(of, auth),
    ...(passed.length > 0 ? [`Excluded, as seen from our server: ${passed.join('; ')}`] : []),
  ]
}

function requestIds(provider: Provider | undefined, evidence: PairingStage['evidence']): string[] {
  const names = provider?.requestIdHeaders ?? []
  const ids = names.flatMap((name) => (typeof evidence[name] === 'string' ? [`${name}: ${evidence[name]}`] : []))
  return ids.length > 0 ? [`Request id: ${ids.join(', ')}`] : []
}

function logLines({ logs }: Findings): string[] {
  const groups = logs.flatMap(({ reading }) => reading.groups).slice(0, MOST_GROUPS)
  return groups.flatMap((group) => [
    `The application’s log: ${group.headline} (${describe(group)})`,
    ...group.lines.slice(0, MOST_LINES).map(({ number, text }) => `  ${number}: ${text.slice(0, 300)}`),
  ])
}

function ownAnswerLines({ ownAnswers }: Findings): string[] {
  const latest = ownAnswers.at(-1)
  if (!latest) return []
  const status = latest.status === null ? 'no answer' : `HTTP ${latest.status}`
  return [`The same request by hand (${latest.at}): ${status}. ${latest.says}`]
}
