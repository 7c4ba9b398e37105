import type { OpenClawFault } from '../openclaw-faults.ts'

/** OpenClaw's own words for its own faults: in its log file, on its console, and from its commands. */
export interface FaultSign {
  /** Named groups: `id` for the command, `target` for the provider that it concerns. */
  when: RegExp
  fault: OpenClawFault
  isDeviceToken?: boolean
  says?: string
}

const ID = '(?<id>[0-9a-f][0-9a-f-]{7,63})'
/** A code where a program puts it, not where a manual names it. */
const CODE = '(?:detail|code)["=: ]{1,4}'
const PAIRING_CLOSED = 'cause["=: ]{1,3}pairing-required|detail=PAIRING_REQUIRED|"code": ?"PAIRING_REQUIRED"'

export const faultSigns: readonly FaultSign[] = [
  {
    when: new RegExp(`node capability surface is awaiting operator approval(?:; run \`openclaw nodes approve ${ID})?`),
    fault: 'openclaw_node_unapproved',
  },
  {
    when: new RegExp(
      `(?:${PAIRING_CLOSED}|pairing required)[^\\n]{0,2000}reason["=: ]{1,3}(?:scope|role|metadata)-upgrade|reason["=: ]{1,3}(?:scope|role|metadata)-upgrade[^\\n]{0,2000}(?:${PAIRING_CLOSED})|pairing required: [^\\n]{0,80}(?:scope|role|metadata)[^\\n]{0,20}upgrade|unauthorized: device token scope mismatch|${CODE}AUTH_SCOPE_MISMATCH\\b`,
    ),
    fault: 'openclaw_scope_upgrade',
  },
  {
    when: new RegExp(
      `(?:failed|Error): device pairing required(?: \\(requestId: ${ID})?|pairing required: device is not approved yet|${PAIRING_CLOSED}|gateway closed \\(1008\\): pairing required|code=1008 reason=pairing required`,
    ),
    fault: 'openclaw_device_unapproved',
  },
  {
    when: new RegExp(`unauthorized: device token (?:mismatch|rejected)|${CODE}AUTH_DEVICE_TOKEN_MISMATCH\\b`),
    fault: 'openclaw_gateway_token_mismatch',
    isDeviceToken: true,
  },
  {
    when: new RegExp(
      `unauthorized: gateway (?:token|password) (?:mismatch|missing|not configured)|${CODE}AUTH_(?:TOKEN|PASSWORD)_(?:MISMATCH|MISSING|NOT_CONFIGURED)\\b|authReason["=: ]{1,3}(?:token|password)_(?:mismatch|missing)`,
    ),
    fault: 'openclaw_gateway_token_mismatch',
  },
  {
    when: new RegExp(
      `unauthorized: bootstrap token invalid or expired|unauthorized: setup code invalid, expired|${CODE}AUTH_BOOTSTRAP_TOKEN_INVALID\\b`,
    ),
    fault: 'openclaw_bootstrap_expired',
  },
  {
    when: /No pending pairing request found for code |Pairing request expired before approval/,
    fault: 'openclaw_dm_code_expired',
  },
  {
    when: /Inline API key for provider "(?<target>[\w.-]{1,80})" is temporarily disabled|Provider (?<target>[\w.-]{1,80}) is in cooldown|MODEL_FALLBACK_SKIPPED|- (?:inline-api-key:(?<target>[\w.-]{1,80})|[\w.:@-]{1,120} \((?<target>[\w.-]{1,80})\)|[\w.:@-]{1,120}) (?:cooldown|disabled)(?::\w{1,40})? \(\d/,
    fault: 'openclaw_profile_cooldown',
  },
  {
    when: /Secret owner provider:(?<target>[\w.-]{1,80}) is configured but unavailable|\[SECRETS_(?:PROVIDER_DEGRADED|DEGRADED|OWNER_UNAVAILABLE)\]|\bSECRET_SURFACE_UNAVAILABLE\b|Failed to resolve (?:exec|file|env|store):[\w.:/#-]{1,200}|Exec provider "[\w-]{1,64}" (?:exited with code \d{1,3}|timed out after|returned (?:empty stdout|invalid JSON)|protocolVersion must|response missing|failed for id)|models\.providers\.(?<target>[\w-]{1,80})\.apiKey is unresolved in the active runtime snapshot|failed to resolve secrets from the active gateway snapshot/,
    fault: 'openclaw_resolver_failed',
  },
]

/** What the exit code of a resolver says where it is curl: the only word of it that OpenClaw passes on. */
export const RESOLVER_EXITS: Record<string, string> = {
  '6': 'The resolver could not look up the name of the server that holds the keys.',
  '7': 'Nothing listened where the resolver looked for the server that holds the keys.',
  '11': 'The server that holds the keys refused the resolver’s token.',
  '22': 'The server that holds the keys refused the resolver: most often its token was revoked or has expired.',
  '26': 'The resolver could not read its token: the file beside it is missing, empty, or not readable by OpenClaw’s user.',
  '28': 'The server that holds the keys did not answer the resolver in time.',
  '35': 'The resolver and the server that holds the keys could not agree on how to encrypt.',
  '60': 'The resolver does not trust the certificate of the server that holds the keys.',
}
