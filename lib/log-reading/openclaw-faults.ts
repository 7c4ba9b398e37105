/** OpenClaw's own faults that people also call "pairing failed": the gateway, not the provider, is what refuses. */
export const OPENCLAW_FAULTS = [
  'openclaw_device_unapproved',
  'openclaw_scope_upgrade',
  'openclaw_node_unapproved',
  'openclaw_gateway_token_mismatch',
  'openclaw_bootstrap_expired',
  'openclaw_dm_code_expired',
  'openclaw_profile_cooldown',
  'openclaw_resolver_failed',
] as const
export type OpenClawFault = (typeof OPENCLAW_FAULTS)[number]

export interface OpenClawFaultText {
  headline: string
  /** What it means, and what is not at fault. */
  means: string
  /** The command that mends it, with what the log names filled in: a request id, an id of a node, a code. */
  command(named: { id?: string | undefined; channel?: string | undefined; isDeviceToken?: boolean }): string
}

/** Source: OpenClaw's own documentation (docs/cli/devices, gateway/pairing, channels/pairing, gateway/secrets) and its answers. */
export const openclawFaults: Record<OpenClawFault, OpenClawFaultText> = {
  openclaw_device_unapproved: {
    headline: 'OpenClaw’s gateway has not approved this device yet; no provider and no key is involved.',
    means:
      'A client (command line, browser, app or node) must be approved once. The request waits for five minutes, then the client has to ask again, under a new id.',
    command: ({ id }) => (id ? `openclaw devices approve ${id}` : 'openclaw devices list'),
  },
  openclaw_scope_upgrade: {
    headline: 'The device is approved, but now asks OpenClaw’s gateway for more than was approved.',
    means:
      'An update, or another way to connect, changed the scopes, the role or the described device. Until someone approves the new request, it is refused; no key is at fault.',
    command: ({ id }) => (id ? `openclaw devices approve ${id}` : 'openclaw devices list'),
  },
  openclaw_node_unapproved: {
    headline: 'The node is connected, but what it can do has not been approved in OpenClaw.',
    means:
      'Approving a device does not approve a node’s abilities: that is a second request with an id of its own, and it does not expire.',
    command: ({ id }) => (id ? `openclaw nodes approve ${id}` : 'openclaw nodes pending'),
  },
  openclaw_gateway_token_mismatch: {
    headline: 'The client presents another token than OpenClaw’s gateway expects.',
    means:
      'Most often a service file, an environment variable or a paired device still holds an old token while the configuration holds a new one. The command shows, on the gateway’s own machine, the token that counts; treat it as a secret. Provider keys are not involved.',
    command: ({ id, isDeviceToken }) => {
      if (!isDeviceToken) return 'openclaw gateway auth-token --show'
      return id ? `openclaw devices rotate --device ${id} --role operator` : 'openclaw devices list'
    },
  },
  openclaw_bootstrap_expired: {
    headline: 'The setup code or QR code for OpenClaw was used already, or is older than ten minutes.',
    means: 'A setup code works once, for ten minutes. A new one is needed; nothing else is wrong.',
    command: () => 'openclaw qr',
  },
  openclaw_dm_code_expired: {
    headline: 'The code with which a chat sender asked OpenClaw for access has expired, or is unknown.',
    means:
      'Such a code holds for an hour, and three may wait per account of a channel. The sender writes again, gets a new code, and that one is approved.',
    command: ({ channel }) => `openclaw pairing list${channel ? ` --channel ${channel}` : ''}`,
  },
  openclaw_profile_cooldown: {
    headline: 'OpenClaw itself keeps this provider’s key aside for a while, after earlier failures.',
    means:
      'After a refusal or a rate limit it waits for 30 seconds to five minutes, after a billing failure for ten. A new key does not end the wait, and neither does a restart; the failure before it is the cause.',
    command: () => 'openclaw models status --json',
  },
  openclaw_resolver_failed: {
    headline: 'OpenClaw could not get the key from the program or store that its configuration names.',
    means:
      'The secret reference was not resolved, so no request was made, or an older value is still in use. Once the cause that is named beside it is mended, OpenClaw must load its secrets again.',
    command: () => 'openclaw secrets reload',
  },
}
