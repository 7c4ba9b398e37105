import { isRecord } from '#lib/providers/read-error'
import type { Verdict } from '#lib/providers/verdict'
import { providerNamed } from '../find-provider.ts'
import type { Finding, Opened } from '../finding.ts'
import { openclawFaults } from '../openclaw-faults.ts'
import { fromAnswer } from './read-model-calls.ts'

/** What a probe of `openclaw models status --probe` calls a failure, where it holds no answer of the provider. */
const PROBES: Record<string, Verdict> = {
  auth: 'key_invalid',
  billing: 'quota_or_billing',
  rate_limit: 'rate_limited',
  timeout: 'tcp_timeout',
}

/** `openclaw models status --json`: keys that OpenClaw keeps aside, and probes that failed. */
export function readModelStatus({ json }: Opened): Finding[] {
  const auth = json && isRecord(json.auth) ? json.auth : undefined
  if (!auth) return []
  const probes = isRecord(auth.probes) ? auth.probes.results : undefined
  return [...records(auth.unusableProfiles).map(readProfile), ...records(probes).flatMap(readProbe)]
}

function readProfile({ provider, profileId, kind, reason, remainingMs }: Record<string, unknown>): Finding {
  const name = typeof provider === 'string' ? provider : String(profileId ?? '').replace(/^inline-api-key:/, '')
  const { means, command } = openclawFaults.openclaw_profile_cooldown
  const minutes = typeof remainingMs === 'number' ? Math.ceil(remainingMs / 60_000) : undefined
  const why = typeof reason === 'string' ? ` because of “${reason.slice(0, 80)}”` : ''
  const left = minutes === undefined ? '' : `, for about ${minutes} more ${minutes === 1 ? 'minute' : 'minutes'}`
  return {
    cause: 'openclaw_profile_cooldown',
    confidence: 'proven',
    source: 'openclaw',
    means: `It is ${kind === 'disabled' ? 'switched off' : 'in cooldown'}${why}${left}. ${means}`,
    providerId: providerNamed(name)?.id,
    target: name || undefined,
    command: command({}),
    proof: [String(profileId), 'unusableProfiles'],
  }
}

function readProbe({ provider, status, error, reasonCode }: Record<string, unknown>): Finding[] {
  const name = String(provider ?? '')
  const said = typeof error === 'string' ? error : ''
  const answered = /\b([45]\d\d) ([\s\S]{1,4000})/.exec(said)
  if (status === 'ok') return []
  if (answered) return fromAnswer(name, Number(answered[1]), answered[2], said.slice(0, 60))
  const about = {
    source: 'openclaw' as const,
    providerId: providerNamed(name)?.id,
    target: name || undefined,
    proof: [`"${name}"`],
  }
  if (reasonCode === 'unresolved_ref') {
    const { means, command } = openclawFaults.openclaw_resolver_failed
    return [{ ...about, cause: 'openclaw_resolver_failed', confidence: 'likely', means, command: command({}) }]
  }
  const cause = PROBES[String(status)]
  if (!cause) return []
  return [
    {
      ...about,
      cause,
      confidence: 'possible',
      means: `OpenClaw’s own probe calls it “${String(status)}”; what the provider answered is not in it.`,
    },
  ]
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
