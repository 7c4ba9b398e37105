import { findProvider } from '#lib/providers/catalog'
import type { Verdict } from '#lib/providers/verdict'
import type { Finding } from './finding.ts'
import { OPENCLAW_FAULTS, type OpenClawFault, openclawFaults } from './openclaw-faults.ts'
import type { LogCause } from './schema.ts'

/** `who` is the provider or the host, and stands where a sentence has its subject or object. */
const HEADLINES: Record<Verdict, (who: string) => string> = {
  paired: (who) => `${who} accepted the key.`,
  paired_limited: (who) => `${who} knows the key, but not for this call.`,
  key_hidden_characters: (who) => `The key for ${who} holds characters that are no part of it.`,
  key_shape_mismatch: (who) => `The key does not look like one of ${who}’s.`,
  wrong_provider_key: (who) => `The key that went to ${who} belongs to somebody else.`,
  wrong_key_kind: (who) => `The key is of the wrong kind for ${who}.`,
  wrong_environment: (who) => `The key for ${who} belongs to another environment.`,
  key_invalid: (who) => `${who} refused the key.`,
  key_expired: (who) => `The key has expired at ${who}.`,
  key_revoked: (who) => `The key was switched off at ${who}.`,
  permission_missing: (who) => `${who} knows the key, but it lacks a permission.`,
  ip_not_allowed: (who) => `${who} does not accept the key from this address.`,
  region_blocked: (who) => `${who} does not serve the country or region that the calls come from.`,
  account_suspended: (who) => `${who} has blocked the account behind the key.`,
  quota_or_billing: (who) => `The account at ${who} is out of credit or over a limit.`,
  rate_limited: (who) => `${who} asks to slow down.`,
  model_not_found: (who) => `${who} has no such model for this key.`,
  base_url_wrong: (who) => `The address is wrong: nothing of ${who}’s API is there.`,
  api_version_unsupported: (who) => `${who} does not support this version of its API.`,
  dns_not_found: (who) => `The name of ${who} does not exist, as that machine sees it.`,
  dns_temporary: (who) => `The name of ${who} could not be looked up.`,
  tcp_refused: (who) => `Nothing listens where ${who} was looked for.`,
  tcp_timeout: (who) => `${who} did not answer in time.`,
  connection_reset: (who) => `The connection to ${who} was cut.`,
  proxy_auth_required: (who) => `The proxy on the way to ${who} wants a sign-in.`,
  proxy_refused: (who) => `The proxy would not, or could not, forward to ${who}.`,
  tls_intercepted: (who) => `Traffic to ${who} is opened and signed again on its way.`,
  tls_chain_incomplete: (who) => `The certificate of ${who} could not be traced to a trusted authority.`,
  tls_self_signed_server: (who) => `${who} shows a certificate that no public authority signed.`,
  tls_cert_time: (who) => `The certificate of ${who} is out of its time, or that machine’s clock is wrong.`,
  tls_name_mismatch: (who) => `The certificate shown for ${who} is for another name.`,
  tls_protocol: (who) => `No encrypted connection to ${who} could be agreed on.`,
  block_page: (who) => `A web page answered instead of ${who}.`,
  application_key_stale: (who) => `The application still uses an older key for ${who}.`,
  target_not_allowed: (who) => `The address of ${who} is not allowed.`,
  clock_skew: (who) => `The clocks of that machine and of ${who} disagree.`,
  provider_outage: (who) => `${who} is failing or overloaded.`,
  unexpected_response: (who) => `${who} answered in a way that nothing known explains.`,
  unknown: (who) => `A call to ${who} failed; the log does not say why.`,
}

/** What a group of findings says, in one sentence. */
export function headlineOf({ cause, providerId, target }: Pick<Finding, 'cause' | 'providerId' | 'target'>): string {
  if (isFault(cause)) return openclawFaults[cause].headline
  const who = (providerId && findProvider(providerId)?.name) || target || 'the other side'
  const sentence = HEADLINES[cause](who)
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

export function isFault(cause: LogCause): cause is OpenClawFault {
  return OPENCLAW_FAULTS.some((fault) => fault === cause)
}
