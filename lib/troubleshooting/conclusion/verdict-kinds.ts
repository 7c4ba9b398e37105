import { OPENCLAW_FAULTS, type OpenClawFault } from '#lib/log-reading/openclaw-faults'
import type { LogCause } from '#lib/log-reading/schema'
import { ACCEPTED, VERDICTS, type Verdict } from '#lib/providers/verdict'
import type { StepName } from '../schema.ts'

const KEY: readonly LogCause[] = [
  'key_hidden_characters',
  'key_shape_mismatch',
  'wrong_provider_key',
  'wrong_key_kind',
  'wrong_environment',
  'key_invalid',
  'key_expired',
  'key_revoked',
]
const NETWORK: readonly LogCause[] = [
  'dns_not_found',
  'dns_temporary',
  'tcp_refused',
  'tcp_timeout',
  'connection_reset',
  'proxy_auth_required',
  'proxy_refused',
  'tls_intercepted',
  'tls_chain_incomplete',
  'tls_self_signed_server',
  'tls_cert_time',
  'tls_name_mismatch',
  'tls_protocol',
  'block_page',
  'target_not_allowed',
]
const APPLICATION: readonly LogCause[] = [
  'model_not_found',
  'base_url_wrong',
  'api_version_unsupported',
  'application_key_stale',
]

export const isGood = (cause: LogCause) => ACCEPTED.includes(cause)
/** The value itself is refused. */
export const isOfKey = (cause: LogCause) => KEY.includes(cause)
export const isOfNetwork = (cause: LogCause) => NETWORK.includes(cause)
export const isOfApplication = (cause: LogCause) => APPLICATION.includes(cause)
export const isUndecided = (cause: LogCause) => cause === 'unknown' || cause === 'unexpected_response'

export function isVerdict(cause: LogCause): cause is Verdict {
  return VERDICTS.some((verdict) => verdict === cause)
}

export function isOpenClawFault(cause: LogCause): cause is OpenClawFault {
  return OPENCLAW_FAULTS.some((fault) => fault === cause)
}

/** The step that a verdict of the direct test speaks in. */
export function stepOf(cause: LogCause): StepName {
  if (isOfKey(cause) || cause === 'permission_missing') return 'key'
  if (isOfNetwork(cause)) return 'network'
  if (cause === 'provider_outage') return 'service_status'
  return isOfApplication(cause) ? 'application_health' : 'direct_test'
}

/** Both mean that the value itself is refused, or they are the same word. */
export function agree(one: LogCause, other: LogCause): boolean {
  return one === other || (isOfKey(one) && isOfKey(other))
}
