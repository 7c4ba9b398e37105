import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readEnv } from '#lib/env'
import { openDemoRecord, saveDemoRecord } from '../../lib/tools/demo/demo-record.ts'
import { demoSettings } from '../../lib/tools/demo/settings.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'claviger-demo-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('keeps the password of a demo for its owner alone, and finds it again', () => {
  const dataDir = path.join(folder, 'new')
  const record = openDemoRecord(dataDir)
  const [file = ''] = readdirSync(dataDir)
  expect(statSync(path.join(dataDir, file)).mode & 0o777).toBe(0o600)
  const issue = { value: 'minted', scenario: 'valid' }
  saveDemoRecord(dataDir, { ...record, keys: [{ provider: 'openai', issue }] })
  expect(openDemoRecord(dataDir)).toEqual({ password: record.password, keys: [{ provider: 'openai', issue }] })
})

it('makes a password of its own for each demo', () => {
  const passwords = ['one', 'two'].map((name) => openDemoRecord(path.join(folder, name)).password)
  expect(passwords[0]).not.toBe(passwords[1])
})

it('refuses a folder that holds real data, and leaves it as it is', () => {
  writeFileSync(path.join(folder, 'master.key'), 'real')
  expect(() => openDemoRecord(folder)).toThrow(/never mixed with real data. Nothing was changed/)
  expect(readdirSync(folder)).toEqual(['master.key'])
})

it('uses neither the database nor the master key of a real installation', () => {
  const real = {
    DATABASE_URL: 'postgresql://db.example.test/claviger',
    DATABASE_ADMIN_URL: 'postgresql://db.example.test/claviger',
    CLAVIGER_MASTER_KEY: 'real',
  }
  const proxies = { open: 'http://127.0.0.1:3128' }
  const env = readEnv({ NODE_ENV: 'test', ...real, ...demoSettings({ proxies }, '/tmp/ca.pem') })
  expect(env).toMatchObject({ databaseUrl: undefined, databaseAdminUrl: undefined, masterKey: undefined })
  expect(env.httpsProxy).toMatch(/:3128$/)
})
