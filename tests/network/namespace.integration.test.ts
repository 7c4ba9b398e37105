import { describe, expect, it } from 'vitest'
import { findProvider } from '#lib/providers/catalog'
import { randomKey } from '../providers/random-key.ts'
import { hasNamespaces, runInside } from './run-inside.ts'
import type { ScenarioName } from './scenarios.ts'

function newValue(): string {
  const format = findProvider('openai')?.keyFormats[0]
  if (!format) throw new Error('The catalogue has no OpenAI')
  return randomKey(format)
}

/** Scenario, verdict, confidence, the stage that failed, what the reasoning says. */
const FAULTS: [ScenarioName, string, string, string, RegExp][] = [
  ['hiddenName', 'dns_not_found', 'proven', 'dns', /9\.9\.9\.9 does know the name.*Other names resolve here/],
  ['noSuchName', 'dns_not_found', 'proven', 'dns', /9\.9\.9\.9 does not know the name either/],
  ['resolverFails', 'dns_temporary', 'proven', 'dns', /9\.9\.9\.9 does know the name/],
  ['resolverIsSilent', 'dns_temporary', 'proven', 'dns', /no working resolver, or no network/],
  ['sinkhole', 'target_not_allowed', 'proven', 'dns', /No public service has such an address.*9\.9\.9\.9 gives/],
  ['rewrittenToPrivate', 'target_not_allowed', 'proven', 'dns', /DNS filters, VPNs and sign-in portals/],
  [
    'onlyDeadIpv6',
    'tcp_timeout',
    'proven',
    'tcp',
    /Only IPv6 addresses were tried.*control\.example\.com can be reached/,
  ],
  ['dropped', 'tcp_timeout', 'proven', 'tcp', /did not answer in time.*control\.example\.com can be reached/],
  ['allDropped', 'tcp_timeout', 'proven', 'tcp', /No other outside host can be reached/],
  ['noRoute', 'tcp_timeout', 'proven', 'tcp', /no route to that address.*No other outside host/],
  ['prohibited', 'tcp_timeout', 'proven', 'tcp', /A rule on this machine itself/],
  ['nothingListens', 'tcp_refused', 'proven', 'tcp', /refused the connection.*control\.example\.com can be reached/],
]

describe.skipIf(!hasNamespaces())('in a network of its own', () => {
  it('pairs where all is well, over a resolver, an address and a certificate that are real', async () => {
    expect(await runInside('healthy', newValue())).toMatchObject({ verdict: 'paired', confidence: 'proven' })
  })

  it('pairs over IPv4 where IPv6 has no route', async () => {
    expect(await runInside('deadIpv6', newValue())).toMatchObject({ verdict: 'paired' })
  })

  it('pairs over IPv4 where IPv6 is lost on the way, and says so', async () => {
    const result = await runInside('silentIpv6', newValue())
    expect(result).toMatchObject({ verdict: 'paired' })
    expect(result.stages.find(({ stage }) => stage === 'tcp')).toMatchObject({
      status: 'warned',
      evidence: { attempts: [{ outcome: 'failed', code: 'ETIMEDOUT' }, { outcome: 'connected' }] },
    })
  })

  it.each(FAULTS)('%s ends in %s, %s, at stage %s', async (name, verdict, confidence, stage, cause) => {
    const value = newValue()
    const result = await runInside(name, value)
    const failed = result.stages.find(({ status }) => status === 'failed')
    expect({ ...result, failed: failed?.stage }).toMatchObject({ verdict, confidence, failed: stage })
    expect(result.cause).toMatch(cause)
    expect(JSON.stringify(result)).not.toContain(value)
  })
})
