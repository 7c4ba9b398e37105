import { checkAddress } from './check-address.ts'
import type { Target } from './check-url.ts'
import type { OutboundPolicy } from './policy.ts'

export type Vetted = { addresses: string[] } | { refused: string }

/**
 * Every address of a name must pass, or none is used: a name that mixes public and private answers is an attack.
 * `localhost` alone may keep the addresses that pass: both of its families are this machine.
 */
export function vet(found: string[], target: Target, policy: OutboundPolicy): Vetted {
  const checks = found.map((address) => checkAddress(address, target, policy))
  const passed = checks.filter((check) => 'address' in check)
  const refusal = checks.find((check) => 'refused' in check)
  const isLocalhost = target.host === 'localhost' || target.host.endsWith('.localhost')
  if (refusal && !(isLocalhost && passed.length > 0)) return refusal
  if (passed.length === 0) return { refused: 'The name has no address that can be connected to.' }
  return { addresses: passed.map((check) => check.address) }
}
