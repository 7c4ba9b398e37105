import type { Verdict } from '#lib/providers/verdict'
import type { KeyStatus } from './schema.ts'

export const EXPIRES_SOON_DAYS = 14
export const DAY_MS = 86_400_000

type Shown = Extract<KeyStatus, 'failing' | 'warned' | 'paired' | 'unknown'>

/** What a last verdict makes of a key. What passes by itself warns: an outage never makes a key bad. */
const SHOWN: Record<Verdict, Shown> = {
  paired: 'paired',
  paired_limited: 'warned',
  rate_limited: 'warned',
  unknown: 'unknown',
  provider_outage: 'warned',
  dns_temporary: 'warned',
  unexpected_response: 'unknown',
  key_hidden_characters: 'failing',
  key_shape_mismatch: 'failing',
  wrong_provider_key: 'failing',
  wrong_key_kind: 'failing',
  wrong_environment: 'failing',
  key_invalid: 'failing',
  key_expired: 'failing',
  key_revoked: 'failing',
  permission_missing: 'failing',
  ip_not_allowed: 'failing',
  region_blocked: 'failing',
  account_suspended: 'failing',
  quota_or_billing: 'failing',
  model_not_found: 'failing',
  base_url_wrong: 'failing',
  api_version_unsupported: 'failing',
  dns_not_found: 'failing',
  tcp_refused: 'failing',
  tcp_timeout: 'failing',
  connection_reset: 'failing',
  proxy_auth_required: 'failing',
  proxy_refused: 'failing',
  tls_intercepted: 'failing',
  tls_chain_incomplete: 'failing',
  tls_self_signed_server: 'failing',
  tls_cert_time: 'failing',
  tls_name_mismatch: 'failing',
  tls_protocol: 'failing',
  block_page: 'failing',
  application_key_stale: 'failing',
  target_not_allowed: 'failing',
  clock_skew: 'failing',
}

/** The verdicts that make a key `failing`, `warned` and so on. */
export function verdictsShownAs(status: Shown): Verdict[] {
  return (Object.keys(SHOWN) as Verdict[]).filter((verdict) => SHOWN[verdict] === status)
}

export interface KeyFacts {
  revokedAt: Date | null
  expiresAt: Date | null
  lastVerdict: string | null
  /** One letter a stage; `w` is a warning. The last is what the provider says of itself, which is not about the key. */
  lastStages: string | null
}

/** One word for a key, worst first. `whereStatus` says the same to the database. */
export function keyStatus(facts: KeyFacts, now: Date): KeyStatus {
  if (facts.revokedAt) return 'revoked'
  if (facts.expiresAt && facts.expiresAt <= now) return 'expired'
  const shown = shownStatus(facts)
  if (shown === 'failing') return 'failing'
  if (facts.expiresAt && facts.expiresAt <= expiresSoonUntil(now)) return 'expiring'
  return shown
}

export function expiresSoonUntil(now: Date): Date {
  return new Date(now.getTime() + EXPIRES_SOON_DAYS * DAY_MS)
}

function shownStatus({ lastVerdict, lastStages }: KeyFacts): Shown | 'untested' {
  if (lastVerdict === null) return 'untested'
  const shown = SHOWN[lastVerdict as Verdict] ?? 'unknown'
  return shown === 'paired' && /w./.test(lastStages ?? '') ? 'warned' : shown
}
