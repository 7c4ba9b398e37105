import type { OpenClawFault } from '#lib/log-reading/openclaw-faults'
import type { LogCause } from '#lib/log-reading/schema'
import { VERDICT_WORDS } from '@/components/pairing/verdict-words'

/** OpenClaw's own faults as a person reads them; its gateway refuses, no provider and no key is involved. */
const OPENCLAW_WORDS: Record<OpenClawFault, string> = {
  openclaw_device_unapproved: 'OpenClaw: device not approved',
  openclaw_scope_upgrade: 'OpenClaw: more scopes asked',
  openclaw_node_unapproved: 'OpenClaw: node not approved',
  openclaw_gateway_token_mismatch: 'OpenClaw: another gateway token',
  openclaw_bootstrap_expired: 'OpenClaw: setup code expired',
  openclaw_dm_code_expired: 'OpenClaw: chat code expired',
  openclaw_profile_cooldown: 'OpenClaw: key set aside',
  openclaw_resolver_failed: 'OpenClaw: secret not resolved',
}

/** Words, tone and icon of whatever troubleshooting may end in. */
export function causeWords(cause: LogCause): (typeof VERDICT_WORDS)[keyof typeof VERDICT_WORDS] {
  return isOpenClawFault(cause)
    ? { words: OPENCLAW_WORDS[cause], tone: 'fail', area: 'application' }
    : VERDICT_WORDS[cause]
}

function isOpenClawFault(cause: LogCause): cause is OpenClawFault {
  return cause in OPENCLAW_WORDS
}
