import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPolicy } from '#lib/outbound/policy'
import { runPairing } from '#lib/pairing/run-pairing'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { providerOf } from '../pairing/conclude-from.ts'

const policy = readPolicy({ outboundAllow: ['127.0.0.1'], noProxy: [], dnsCompare: [], controlHosts: [] })

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.stop())

const pair = (id: string, kind: string, below: string) =>
  runPairing(
    { provider: providerOf(id), value: lab.issue(id, { kind }), baseUrl: `${lab.url(id)}${below}`, trigger: 'manual' },
    { policy },
  )

test.each([
  ['cloudflare', 'user', '', '/client/v4/user/tokens/verify'],
  ['cloudflare', 'account', '/accounts/0123abcd', '/client/v4/accounts/0123abcd/tokens/verify'],
  ['vault', 'service', '', '/v1/auth/token/lookup-self'],
  ['vault', 'namespaced', '/v1/admin', '/v1/admin/auth/token/lookup-self'],
])('asks %s for its %s key where keys of that kind are known (base URL …%s)', async (id, kind, below, path) => {
  const result = await pair(id, kind, below)
  expect(result).toMatchObject({ verdict: 'paired', confidence: 'proven' })
  expect([result.target, result.requests.curl]).toEqual([expect.stringContaining(path), expect.stringContaining(path)])
  expect(lab.requests.at(-1)).toMatchObject({ path })
})

test('says which base URL an account token of Cloudflare needs', async () => {
  const result = await pair('cloudflare', 'account', '')
  expect(result).toMatchObject({ verdict: 'base_url_wrong' })
  expect(result.cause).toContain('/client/v4/accounts/ACCOUNT_ID')
})
