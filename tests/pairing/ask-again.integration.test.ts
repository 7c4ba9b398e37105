import { expect, test } from 'vitest'
import { readPolicy } from '#lib/outbound/policy'
import { runPairing } from '#lib/pairing/run-pairing'
import { aws } from '#lib/providers/aws'
import { type Reply, startAnsweringServer } from './answering-server.ts'
import { usableKey } from './conclude-from.ts'

const policy = readPolicy({ outboundAllow: ['127.0.0.1'], noProxy: [], dnsCompare: [], controlHosts: [] })
const mismatch = { status: 403, body: { Error: { Code: 'SignatureDoesNotMatch', Message: 'It does not match.' } } }
const throttled = { status: 429, body: { Error: { Code: 'Throttling', Message: 'Rate exceeded' } } }
const GetCallerIdentityResult = { Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/ci', UserId: 'AIDA' }
const identity = { body: { GetCallerIdentityResponse: { GetCallerIdentityResult } } }

async function pair(replies: Reply[]) {
  let next = 0
  await using server = await startAnsweringServer(() => replies[next++] ?? { status: 500 })
  const baseUrl = server.origin
  const { verdict } = await runPairing({ provider: aws, value: usableKey(aws), baseUrl, trigger: 'manual' }, { policy })
  const times = server.asked.map(({ headers }) => headers['x-amz-date'])
  return { verdict, times }
}

test.concurrent.each([
  ['accepts a key that AWS refused for another one’s wrong secret', [mismatch, identity], 'paired'],
  ['believes a refusal that comes twice', [mismatch, mismatch], 'key_invalid'],
  ['lets a second answer that decides nothing leave the first', [mismatch, throttled], 'key_invalid'],
] as const)('%s', async (_, replies, expected) => {
  const { verdict, times } = await pair([...replies])
  expect(verdict).toBe(expected)
  expect(times).toHaveLength(2)
  expect(times[1]).not.toBe(times[0])
})

test('asks once where the answer cannot change by itself', async () => {
  const unknown = { status: 403, body: { Error: { Code: 'InvalidClientTokenId', Message: 'It is invalid.' } } }
  expect(await pair([unknown, identity])).toMatchObject({ verdict: 'key_invalid', times: [expect.any(String)] })
})
