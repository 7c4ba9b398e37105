import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runPairing } from '#lib/pairing/run-pairing'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { policyOf } from '../outbound/loopback.ts'
import { providerOf, usableKey } from './conclude-from.ts'

let lab: Lab
let folder: string
beforeAll(async () => {
  lab = await startLab()
  folder = mkdtempSync(join(tmpdir(), 'claviger-sites-'))
  writeFileSync(join(folder, 'ca.pem'), lab.ca)
})
afterAll(async () => {
  await lab?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Under the real names, which the lab's proxy leads to the lab. */
function pair(providerId: string, value: string, baseUrl?: string) {
  const policy = policyOf({
    httpsProxy: lab.proxies.open,
    extraCaCerts: join(folder, 'ca.pem'),
    controlHosts: [],
  })
  return runPairing({ provider: providerOf(providerId), value, baseUrl, trigger: 'manual' }, { policy })
}

test('a key that another site of Datadog accepts belongs there', async () => {
  const result = await pair('datadog', lab.issue('datadog-eu'))
  expect(result).toMatchObject({ verdict: 'wrong_environment', confidence: 'proven' })
  expect(result.cause).toContain('Datadog EU1 (https://api.datadoghq.eu)')
})

test('the usual site is asked too, where another one was given', async () => {
  const result = await pair('datadog', lab.issue('datadog'), 'https://api.datadoghq.eu')
  expect(result).toMatchObject({ verdict: 'wrong_environment' })
  expect(result.cause).toContain('Datadog US1 (https://api.datadoghq.com)')
})

test('a key that no site accepts is invalid', async () => {
  expect(await pair('datadog', usableKey(providerOf('datadog')))).toMatchObject({ verdict: 'key_invalid' })
})

test('a signature for AWS holds under its real name, and nothing of the secret travels', async () => {
  const value = lab.issue('aws')
  expect(await pair('aws', value)).toMatchObject({ verdict: 'paired', confidence: 'proven' })
  const secret = value.split(':')[1] ?? ''
  expect(lab.requests.filter(({ server }) => server === 'sts.amazonaws.com')).toHaveLength(1)
  expect(lab.requests.filter((one) => one.carried(secret))).toEqual([])
})
