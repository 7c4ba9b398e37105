import path from 'node:path'
import { expect, test } from 'vitest'
import { readEnv } from '#lib/env'

const read = (source: Record<string, string>) => readEnv({ NODE_ENV: 'test', ...source })

test('needs no setting at all', () => {
  expect(read({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    url: 'http://127.0.0.1:3000',
    dataDir: path.resolve('.claviger'),
    outboundAllow: [],
    dnsCompare: ['1.1.1.1', '8.8.8.8'],
    trustedProxies: [],
  })
})

test('treats an empty setting as not set, but an empty list of resolvers as none', () => {
  expect(read({ PORT: '', DATABASE_URL: ' ', CLAVIGER_DNS_COMPARE: '' })).toMatchObject({ port: 3000, dnsCompare: [] })
})

test('reads lists with or without spaces', () => {
  expect(read({ CLAVIGER_OUTBOUND_ALLOW: ' 127.0.0.1 ,10.0.0.0/8:443,, ' }).outboundAllow).toEqual([
    '127.0.0.1',
    '10.0.0.0/8:443',
  ])
})

test('takes the public address without its slash, and proxies in lower case', () => {
  expect(read({ CLAVIGER_URL: 'https://keys.example.com/', https_proxy: 'http://proxy:3128' })).toMatchObject({
    url: 'https://keys.example.com',
    httpsProxy: 'http://proxy:3128',
  })
})

test('points at loopback where it listens everywhere', () => {
  expect(read({ HOST: '0.0.0.0', PORT: '8080' }).url).toBe('http://127.0.0.1:8080')
  expect(read({ HOST: '::1' }).url).toBe('http://[::1]:3000')
})

test.each([
  ['PORT', { PORT: 'http' }],
  ['PORT', { PORT: '65536' }],
  ['HOST', { HOST: 'two words' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://root:canary@db/claviger' }],
  ['DATABASE_ADMIN_URL', { DATABASE_ADMIN_URL: 'postgresql://owner:canary@db/claviger' }],
  ['CLAVIGER_URL', { CLAVIGER_URL: 'https://example.com/canary' }],
  ['CLAVIGER_MASTER_KEY', { CLAVIGER_MASTER_KEY: 'canary', CLAVIGER_MASTER_KEY_FILE: 'canary' }],
  ['CLAVIGER_DNS_COMPARE', { CLAVIGER_DNS_COMPARE: 'canary.example' }],
  ['CLAVIGER_TRUSTED_PROXIES', { CLAVIGER_TRUSTED_PROXIES: '10.0.0.0/33' }],
  ['SMTP_URL', { SMTP_URL: 'http://canary' }],
  ['CLAVIGER_OIDC_ISSUER', { CLAVIGER_OIDC_ISSUER: 'https://canary' }],
])('names a bad %s in one sentence that does not repeat it', (name, source) => {
  expect(() => read(source)).toThrow(new RegExp(`^${name}\\b.*\\.$`))
  expect(() => read(source)).not.toThrow(/canary/)
})
