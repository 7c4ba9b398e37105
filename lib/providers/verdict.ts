/** The closed, public list of what a pairing test may conclude. */
export const VERDICTS = [
  'paired',
  'paired_limited',
  'key_hidden_characters',
  'key_shape_mismatch',
  'wrong_provider_key',
  'wrong_key_kind',
  'wrong_environment',
  'key_invalid',
  'key_expired',
  'key_revoked',
  'permission_missing',
  'ip_not_allowed',
  'region_blocked',
  'account_suspended',
  'quota_or_billing',
  'rate_limited',
  'model_not_found',
  'base_url_wrong',
  'api_version_unsupported',
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
  'application_key_stale',
  'target_not_allowed',
  'clock_skew',
  'provider_outage',
  'unexpected_response',
  'unknown',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** The provider takes the value. */
export const ACCEPTED: readonly string[] = ['paired', 'paired_limited'] satisfies Verdict[]

/** The provider refuses the value itself. Nothing else proves it dead. */
export const DEAD: readonly string[] = [
  'key_invalid',
  'key_revoked',
  'key_expired',
  'key_shape_mismatch',
] satisfies Verdict[]

/** "Proven" needs evidence that no near twin would produce; otherwise "likely" or "possible", with the twin named. */
export const CONFIDENCES = ['proven', 'likely', 'possible'] as const
export type Confidence = (typeof CONFIDENCES)[number]
