import type { Env } from '#lib/env'
import { exchange, type OutboundRequest } from '#lib/outbound/exchange'
import { LIMITS } from '#lib/outbound/limits'
import { readPolicy } from '#lib/outbound/policy'
import { type Finding, ok, warn } from './finding.ts'

const NAME = 'Outbound network'
const DEFAULT_HOST = 'api.github.com'
const QUICK = { ...LIMITS, totalMs: 6_000 }
/** A Date header has whole seconds, and was made a moment ago. */
const SKEW_MS = 5_000

/** Asks one provider for nothing, without a key, on the path that pairing tests take. Offline is a warning, not a failure. */
export async function checkOutbound(env: Env): Promise<Finding[]> {
  const host = env.controlHosts ? env.controlHosts[0] : DEFAULT_HOST
  if (!host) return [ok(NAME, 'Not checked: CLAVIGER_CONTROL_HOSTS is empty.')]
  const policy = readPolicy({ ...env, controlHosts: env.controlHosts ?? [] })
  const request: OutboundRequest = { method: 'HEAD', url: `https://${host}/`, target: 'provider', secrets: [] }
  const { failure, clockSkewMs, viaProxy } = await exchange(request, policy, QUICK)
  if (failure) {
    const how = viaProxy ? ' through the proxy' : ''
    return [
      warn(
        NAME,
        `${host} is not reachable${how} (${failure.stage}: ${failure.kind}). Providers cannot be tested from here until it is.`,
      ),
    ]
  }
  const reached = ok(NAME, `${host} is reachable${viaProxy ? ' through the proxy' : ''}.`)
  if (clockSkewMs === undefined || Math.abs(clockSkewMs) < SKEW_MS) return [reached]
  const seconds = Math.round(Math.abs(clockSkewMs) / 1000)
  return [
    reached,
    warn(
      'Clock',
      `${host} says that this machine's clock is ${seconds} s ${clockSkewMs > 0 ? 'slow' : 'fast'}. Signed requests may be refused; synchronise it.`,
    ),
  ]
}
