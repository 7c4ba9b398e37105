import type { Confidence, Verdict } from '#lib/providers/verdict'
import type { Tone } from '@/components/ui/tone'

/** Whose matter a verdict is; decides the icon beside its words. */
export type VerdictArea =
  | 'good'
  | 'key'
  | 'access'
  | 'money'
  | 'limits'
  | 'network'
  | 'certificate'
  | 'application'
  | 'machine'
  | 'provider'
  | 'open'

interface VerdictWords {
  words: string
  tone: Tone
  area: VerdictArea
}

/** Every verdict as a person reads it. Red: the key cannot be used as it is. Amber: it can, or will again. Grey: not decided. */
export const VERDICT_WORDS: Record<Verdict, VerdictWords> = {
  paired: { words: 'Paired', tone: 'ok', area: 'good' },
  paired_limited: { words: 'Paired, limited', tone: 'ok', area: 'good' },

  key_hidden_characters: { words: 'Hidden characters', tone: 'fail', area: 'key' },
  key_shape_mismatch: { words: 'Not a key of this provider', tone: 'fail', area: 'key' },
  wrong_provider_key: { words: 'Another provider’s key', tone: 'fail', area: 'key' },
  wrong_key_kind: { words: 'Wrong kind of key', tone: 'fail', area: 'key' },
  wrong_environment: { words: 'Wrong environment', tone: 'fail', area: 'key' },
  key_invalid: { words: 'Key refused', tone: 'fail', area: 'key' },
  key_expired: { words: 'Key expired', tone: 'fail', area: 'key' },
  key_revoked: { words: 'Key revoked', tone: 'fail', area: 'key' },

  permission_missing: { words: 'Permission missing', tone: 'fail', area: 'access' },
  ip_not_allowed: { words: 'Address not allowed', tone: 'fail', area: 'access' },
  region_blocked: { words: 'Country not served', tone: 'fail', area: 'access' },

  account_suspended: { words: 'Account suspended', tone: 'fail', area: 'money' },
  quota_or_billing: { words: 'Out of credit', tone: 'fail', area: 'money' },
  rate_limited: { words: 'Rate limited', tone: 'warn', area: 'limits' },

  model_not_found: { words: 'Model not found', tone: 'fail', area: 'application' },
  base_url_wrong: { words: 'Wrong base URL', tone: 'fail', area: 'application' },
  api_version_unsupported: { words: 'API version unsupported', tone: 'fail', area: 'application' },
  application_key_stale: { words: 'Application uses an older value', tone: 'fail', area: 'application' },

  dns_not_found: { words: 'Name not found', tone: 'fail', area: 'network' },
  dns_temporary: { words: 'Name lookup failed', tone: 'warn', area: 'network' },
  tcp_refused: { words: 'Connection refused', tone: 'fail', area: 'network' },
  tcp_timeout: { words: 'No answer in time', tone: 'fail', area: 'network' },
  connection_reset: { words: 'Connection cut', tone: 'fail', area: 'network' },
  proxy_auth_required: { words: 'Proxy wants a sign-in', tone: 'fail', area: 'network' },
  proxy_refused: { words: 'Proxy refused', tone: 'fail', area: 'network' },
  block_page: { words: 'Block page answered', tone: 'fail', area: 'network' },

  tls_intercepted: { words: 'TLS intercepted', tone: 'fail', area: 'certificate' },
  tls_chain_incomplete: { words: 'Certificate chain incomplete', tone: 'fail', area: 'certificate' },
  tls_self_signed_server: { words: 'Self-signed certificate', tone: 'fail', area: 'certificate' },
  tls_cert_time: { words: 'Certificate out of date', tone: 'fail', area: 'certificate' },
  tls_name_mismatch: { words: 'Certificate of another name', tone: 'fail', area: 'certificate' },
  tls_protocol: { words: 'TLS handshake failed', tone: 'fail', area: 'certificate' },

  target_not_allowed: { words: 'Address blocked by Claviger', tone: 'fail', area: 'machine' },
  clock_skew: { words: 'Clock is wrong', tone: 'fail', area: 'machine' },

  provider_outage: { words: 'Provider outage', tone: 'warn', area: 'provider' },
  unexpected_response: { words: 'Unexpected answer', tone: 'unknown', area: 'open' },
  unknown: { words: 'Not decided', tone: 'unknown', area: 'open' },
}

/** Whether the key can be used as it is. */
export const isGood = (verdict: Verdict) => VERDICT_WORDS[verdict].area === 'good'

export const CONFIDENCE_WORDS: Record<Confidence, { word: string; means: string }> = {
  proven: { word: 'Proven', means: 'The evidence fits this cause and no other.' },
  likely: { word: 'Likely', means: 'The evidence fits this cause best; another is named below.' },
  possible: { word: 'Possible', means: 'The evidence allows this cause, and does not show it.' },
}
