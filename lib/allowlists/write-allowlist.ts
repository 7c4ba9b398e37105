import type { AllowedHost, Allowlist } from './schema.ts'

/** The list as lines for whoever writes firewall rules: they need no page and no account here. */
export function writeAllowlist({ api, status, withoutAddress }: Allowlist): string {
  const lines = [
    '# Outgoing TCP to allow, for the API keys in use. TLS must not be opened on the way: the requests carry keys.',
    '# Names, not addresses: the providers change their addresses without notice.',
    '',
    '# What the applications and Claviger need',
    ...rulesOf(api),
    '',
    '# What Claviger alone asks, to know whether a provider has an incident',
    ...rulesOf(status),
    ...withoutAddress.map(
      ({ provider, keys }) => `# ${keys} of ${provider}: no base URL is stored, so no host can be named`,
    ),
  ]
  return `${lines.join('\n')}\n`
}

function rulesOf(rules: AllowedHost[]): string[] {
  if (rules.length === 0) return ['# (nothing)']
  const width = Math.max(...rules.map(({ host }) => host.length))
  return rules.map(
    ({ host, port, protocol, why }) =>
      `${host.padEnd(width)}  ${String(port).padEnd(5)} tcp  ${protocol.padEnd(5)}  # ${why}`,
  )
}
