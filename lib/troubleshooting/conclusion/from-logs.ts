import { LOG_SOURCES, type LogCause, type LogGroup } from '#lib/log-reading/schema'
import type { Findings } from '../findings.ts'
import { type Candidate, WEIGHTS } from './candidate.ts'
import { latestProof } from './latest-proof.ts'
import { isGood, isOfKey, isUndecided } from './verdict-kinds.ts'

/** Weighs like a hint: OpenClaw waits because something failed before, and that is the cause. */
const WEIGHT_OF_COOLDOWN = 36
/** What a log says of a value that was replaced since is history. */
const WEIGHT_OF_HISTORY = 12
/** What last happened longer ago than this may be mended by now. */
const RECENT_MS = 7 * 24 * 60 * 60_000

/** What the application's own logs prove about the application. Lines about other providers are about something else. */
export function fromLogs(findings: Findings): Candidate[] {
  return findings.logs
    .flatMap(({ reading }) => reading.groups)
    .filter(({ cause, providerId }) => !isGood(cause) && isAbout(providerId, findings))
    .map((group) => toCandidate(group, findings))
}

function isAbout(providerId: string | undefined, { provider }: Findings): boolean {
  return providerId === undefined || providerId === provider
}

function toCandidate(group: LogGroup, findings: Findings): Candidate {
  const { cause, confidence, headline, means, command } = group
  const base = { fromStep: 'logs' as const, side: 'application' as const }
  const says = `The application’s log says so, ${describe(group)}: ${headline}`
  if (isOfKey(cause) && pairsHere(findings)) return staleOr(group, findings, says)
  const isOld = isLongAgo(group, findings)
  return {
    ...base,
    verdict: cause,
    confidence: isOld ? 'possible' : confidence,
    weight: weightOf(cause, isOld ? 'possible' : confidence),
    because: [says, means, isOld ? 'That was more than a week before, so it may be mended since.' : ''].filter(Boolean),
    headline,
    ...(command && { command }),
  }
}

function isLongAgo({ lastAt }: LogGroup, { startedAt }: Findings): boolean {
  return lastAt !== null && Date.parse(lastAt.endsWith('Z') ? lastAt : `${lastAt}Z`) < Date.parse(startedAt) - RECENT_MS
}

function weightOf(cause: LogCause, confidence: LogGroup['confidence']): number {
  if (cause === 'openclaw_profile_cooldown') return WEIGHT_OF_COOLDOWN
  return isUndecided(cause) ? WEIGHTS.log.possible - 10 : WEIGHTS.log[confidence]
}

/**
 * The value is refused there and accepted here: then it is not the same value, unless the log is older than the value,
 * or the application proved that it holds the very same.
 */
function staleOr(group: LogGroup, findings: Findings, says: string): Candidate {
  const base = { fromStep: 'logs' as const, side: 'application' as const }
  const replacedAt = findings.key?.versions[0]?.createdAt
  if (replacedAt && group.lastAt?.endsWith('Z') && group.lastAt < replacedAt) {
    const because = [says, `That was before the value was replaced (${replacedAt}); the current one is accepted here.`]
    return { ...base, verdict: 'application_key_stale', confidence: 'possible', weight: WEIGHT_OF_HISTORY, because }
  }
  if (latestProof(findings)?.outcome === 'current') {
    const because = [
      says,
      'It holds the stored value, which is accepted here: so it sends it elsewhere, or in another form.',
    ]
    return { ...base, verdict: 'base_url_wrong', confidence: 'possible', weight: WEIGHTS.log.possible, because }
  }
  const because = [
    says,
    'The same key is accepted here, so the application presents another value than the one tested.',
  ]
  return {
    ...base,
    verdict: 'application_key_stale',
    confidence: group.confidence === 'proven' ? 'likely' : 'possible',
    weight: group.confidence === 'proven' ? WEIGHTS.log.likely : WEIGHTS.log.possible,
    because,
  }
}

export function pairsHere({ pairing }: Findings): boolean {
  return pairing !== null && isGood(pairing.verdict)
}

/** "by OpenAI’s library for Node.js, 12 times, last at 2026-11-25T10:00:00.000Z". */
export function describe({ source, count, lastAt, confidence }: LogGroup): string {
  const times = count === 1 ? 'once' : `${count} times`
  const when = lastAt ? `, last at ${lastAt}${lastAt.endsWith('Z') ? '' : ' (no zone given)'}` : ''
  return `${confidence}, by ${LOG_SOURCES[source]}, ${times}${when}`
}
