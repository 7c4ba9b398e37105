import type { Answer, Provider } from '#lib/providers/provider'
import type { Verdict } from '#lib/providers/verdict'
import type { ControlOutcome } from '../negative-control.ts'
import type { Reading } from '../read-answer.ts'
import type { PairingStage } from '../schema.ts'

/** The provider recognised the key, whatever it then allowed. */
const ALIVE: readonly Verdict[] = [
  'paired',
  'paired_limited',
  'permission_missing',
  'quota_or_billing',
  'model_not_found',
]
/** The key was neither accepted nor refused. */
const UNDECIDED: readonly Verdict[] = ['rate_limited', 'unknown']

export interface AuthFacts {
  provider: Provider
  answer: Answer
  reading: Reading
  control?: ControlOutcome
  durationMs: number
}

/** What the answer says about the key. */
export function authStage({ provider, answer, reading, control, durationMs }: AuthFacts): PairingStage {
  const { verdict, error } = reading
  const ignoresKeys = control === 'accepted'
  const status = ignoresKeys || UNDECIDED.includes(verdict) ? 'warned' : ALIVE.includes(verdict) ? 'passed' : 'failed'
  return {
    stage: 'auth',
    status,
    durationMs,
    summary: ignoresKeys
      ? 'The server answers, and it answers a wrong key in the same way: it does not check keys here.'
      : reading.says,
    evidence: {
      status: answer.status,
      codes: error.codes.slice(0, 10),
      message: error.message.slice(0, 500),
      body: answer.kind,
      ...(answer.truncated && { bodyCutShort: true }),
      ...identify(provider, answer),
      ...(reading.source && { documentedIn: reading.source }),
      ...(control && { wrongKey: control }),
    },
  }
}

/** Request id and the headers that only the provider sends: they show who answered. */
function identify(provider: Provider, { headers }: Answer): Record<string, string> {
  const names = [...new Set([...provider.requestIdHeaders, ...provider.fingerprintHeaders])]
  return Object.fromEntries(names.flatMap((name) => (headers[name] ? [[name, headers[name].slice(0, 200)]] : [])))
}
