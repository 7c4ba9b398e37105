import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPolicy } from '#lib/outbound/policy'
import type { PairingInput } from '#lib/pairing/pairing-input'
import { runPairing } from '#lib/pairing/run-pairing'
import { providers } from '../lab/providers/all.ts'
import { READ_OTHERWISE } from '../lab/read-otherwise.ts'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { providerOf } from './conclude-from.ts'

const policy = readPolicy({ outboundAllow: ['127.0.0.1'], noProxy: [], dnsCompare: [], controlHosts: [] })
const yesterday = new Date(Date.now() - 24 * 3600_000)

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.stop())

function pair(providerId: string, scenario: string, input: Partial<PairingInput> = {}) {
  const value = lab.issue(providerId, { scenario })
  const provider = providerOf(providerId.replace(/-(public|eu)$/, ''))
  return runPairing({ provider, baseUrl: lab.url(providerId), trigger: 'manual', ...input, value }, { policy })
}

describe.each(providers.map(({ id, scenarios }) => ({ id, scenarios })))('in the lab, $id', ({ id, scenarios }) => {
  it('pairs a valid key, where the server checks keys at all', async () => {
    const verdict = id.endsWith('-public') ? 'unknown' : 'paired'
    expect(await pair(id, 'valid')).toMatchObject({ verdict, confidence: 'proven' })
  })

  it.each(scenarios)(
    '$name ends in $expectedVerdict',
    async ({ name, expectedVerdict, expectedWithHistory, expectedWhenRequired, permission }) => {
      const plain = await pair(id, name)
      expect({ verdict: plain.verdict, cause: plain.cause }).toMatchObject({
        verdict: READ_OTHERWISE[`${id} ${name}`] ?? expectedVerdict,
      })
      if (expectedWithHistory) {
        const expiresAt = expectedWithHistory === 'key_expired' ? yesterday : undefined
        expect(await pair(id, name, { history: { lastGoodAt: yesterday, expiresAt } })).toMatchObject({
          verdict: expectedWithHistory,
        })
      }
      if (expectedWhenRequired) {
        const requiredPermissions = [permission ?? 'anything']
        expect(await pair(id, name, { requiredPermissions })).toMatchObject({ verdict: expectedWhenRequired })
      }
    },
  )
})
