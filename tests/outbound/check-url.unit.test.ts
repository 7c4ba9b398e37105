import { describe, expect, it } from 'vitest'
import { checkAddress } from '#lib/outbound/check-address'
import { checkUrl } from '#lib/outbound/check-url'
import { readPolicy } from '#lib/outbound/policy'
import { vet } from '#lib/outbound/vet'

const policyWith = (...outboundAllow: string[]) => readPolicy({ outboundAllow, noProxy: [], dnsCompare: [] })
const nothing = policyWith()
const everything = policyWith('0.0.0.0/0', '::/0')
const https = { host: 'example.com', port: 443, secure: true }

/** Whether a URL with a literal address, or an address found for a name, would be connected to. */
const urlAllowed = (url: string, policy = nothing) => 'target' in checkUrl(url, 'custom', policy)
const addressAllowed = (address: string, policy = nothing) => 'address' in checkAddress(address, https, policy)

const LOOPBACK = [
  'https://127.0.0.1/',
  'https://127.0.0.2/',
  'https://127.255.255.254/',
  'https://127.1/',
  'https://127.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.1/',
  'https://0x7f.0x0.0x0.0x1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://127.0.0.1./',
  'https://[::1]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://127%2E0%2E0%2E1/',
  'https://１２７.０.０.１/',
  'https://①②⑦.⓪.⓪.①/',
  'https://127。0。0。1/',
]
const PRIVATE = [
  'https://10.0.0.1/',
  'https://10.255.255.255/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.20/',
  'https://100.64.0.1/',
  'https://0xc0a80101/',
  'https://167772161/',
  'https://[fc00::1]/',
  'https://[fd12:3456::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[::ffff:c0a8:101]/',
]
const NEVER = [
  'https://169.254.169.254/',
  'https://169.254.0.1/',
  'https://2852039166/',
  'https://0xa9fea9fe/',
  'https://0251.0376.0251.0376/',
  'https://169.254.43518/',
  'https://[::ffff:169.254.169.254]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[fe80::1]/',
  'https://[febf::1]/',
  'https://[fd00:ec2::254]/',
  'https://[fd20:ce::254]/',
  'https://100.100.100.200/',
  'https://168.63.129.16/',
  'https://metadata.google.internal/',
  'https://METADATA.google.internal./',
  'https://metadata.goog/',
  'https://0.0.0.0/',
  'https://0/',
  'https://[::]/',
  'https://0.1.2.3/',
  'https://192.0.0.192/',
  'https://192.0.2.1/',
  'https://198.18.0.1/',
  'https://198.19.255.255/',
  'https://198.51.100.1/',
  'https://203.0.113.1/',
  'https://224.0.0.1/',
  'https://239.255.255.255/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://192.88.99.1/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b::a9fe:a9fe]/',
  'https://[64:ff9b:1::1]/',
  'https://[2002:7f00:1::]/',
  'https://[2002:a9fe:a9fe::1]/',
  'https://[2001::1]/',
  'https://[2001:0:7f00:1::]/',
  'https://[fec0::1]/',
  'https://[::127.0.0.1]/',
  'https://[::7f00:1]/',
  'https://[::a9fe:a9fe]/',
  'https://[100::1]/',
  'https://[5f00::1]/',
  'https://[3fff::1]/',
  'https://[2001:db8::1]/',
  'https://[ff02::1]/',
  'https://[::ffff:0:127.0.0.1]/',
  'https://[4000::1]/',
  'https://[1::1]/',
]
const MALFORMED = [
  '',
  'not a url',
  '//example.com/',
  'https://',
  'https:///',
  'ftp://example.com/',
  'file:///etc/passwd',
  'gopher://example.com/',
  'javascript:alert(1)',
  'data:text/plain,x',
  'ws://example.com/',
  'unix:/var/run/docker.sock',
  'https://user@example.com/',
  'https://user:pass@example.com/',
  'https://:pass@example.com/',
  'https://example.com@127.0.0.1/',
  'https://example.com/#x',
  'https://example.com#@127.0.0.1/',
  'https://example.com:0/',
  'https://example.com:65536/',
  'https://example.com../',
  'https://exa mple.com/',
  'https://exam\u0000ple.com/',
  'https://[::1/',
  'https://[fe80::1%25eth0]/',
  'https://1.2.3.4.5/',
  'https://256.1.1.1/',
  `https://example.com/${'a'.repeat(9000)}`,
]

describe('addresses that a base URL may name', () => {
  it.each(LOOPBACK)('refuses the loopback address %s, however it is written', (url) =>
    expect(urlAllowed(url)).toBe(false),
  )
  it.each(PRIVATE)('refuses the private address %s', (url) => expect(urlAllowed(url)).toBe(false))
  it.each(NEVER)('refuses %s even when everything is listed', (url) => expect(urlAllowed(url, everything)).toBe(false))
  it.each(MALFORMED)('refuses %j', (url) => expect(urlAllowed(url, everything)).toBe(false))

  it.each([...LOOPBACK, ...PRIVATE])('opens %s when the operator listed it', (url) =>
    expect(urlAllowed(url, everything)).toBe(true),
  )
  it.each([
    'https://8.8.8.8/',
    'https://172.15.0.1/',
    'https://172.32.0.1/',
    'https://[2606:4700::1111]/',
    'https://api.example.com:8443/v1?x=1',
    'https://bücher.example/',
  ])('allows the public %s', (url) => expect(urlAllowed(url)).toBe(true))
})

describe('addresses that a name resolves to', () => {
  it('refuses a name as soon as one of its addresses is private', () => {
    const target = { ...https, literal: false, origin: 'https://example.com', path: '/' }
    expect(vet(['93.184.216.34', '10.0.0.1'], target, nothing)).toHaveProperty('refused')
    expect(vet(['93.184.216.34'], target, nothing)).toEqual({ addresses: ['93.184.216.34'] })
    expect(vet([], target, everything)).toHaveProperty('refused')
  })

  it('keeps the listed half of localhost, since both halves are this machine', () => {
    const target = {
      host: 'localhost',
      port: 8080,
      secure: false,
      literal: false,
      origin: 'http://localhost:8080',
      path: '/',
    }
    expect(vet(['::1', '127.0.0.1'], target, policyWith('127.0.0.1'))).toEqual({ addresses: ['127.0.0.1'] })
    expect(vet(['::1', '127.0.0.1'], target, nothing)).toHaveProperty('refused')
  })

  it.each(['fe80::1%eth0', '::ffff:169.254.169.254', 'not-an-address', ''])(
    'refuses %j even when everything is listed',
    (address) => expect(addressAllowed(address, everything)).toBe(false),
  )
})

describe('CLAVIGER_OUTBOUND_ALLOW', () => {
  it('opens one port only when one is named', () => {
    const policy = policyWith('127.0.0.1:11434', '[::1]:8080', '192.168.0.0/16:443', 'ollama.lan:11434')
    expect(urlAllowed('http://127.0.0.1:11434/v1', policy)).toBe(true)
    expect(urlAllowed('http://127.0.0.1:5432/', policy)).toBe(false)
    expect(urlAllowed('http://[::1]:8080/', policy)).toBe(true)
    expect(urlAllowed('http://[::1]:8081/', policy)).toBe(false)
    expect(urlAllowed('https://192.168.7.7/', policy)).toBe(true)
    expect(urlAllowed('http://192.168.7.7/', policy)).toBe(false)
    expect(checkAddress('10.1.2.3', { host: 'ollama.lan', port: 11434, secure: false }, policy)).toEqual({
      address: '10.1.2.3',
    })
    expect(checkAddress('10.1.2.3', { host: 'ollama.lan', port: 22, secure: false }, policy)).toHaveProperty('refused')
    expect(checkAddress('10.1.2.3', { host: 'evil.ollama.lan', port: 11434, secure: false }, policy)).toHaveProperty(
      'refused',
    )
  })

  it('does not let a listed name lead to a metadata service', () => {
    expect(
      checkAddress('169.254.169.254', { host: 'ollama.lan', port: 80, secure: false }, policyWith('ollama.lan')),
    ).toHaveProperty('refused')
  })

  it('accepts plain http for listed targets only, public ones included', () => {
    const target = { host: 'example.com', port: 80, secure: false }
    expect(checkAddress('93.184.216.34', target, nothing)).toHaveProperty('refused')
    expect(checkAddress('93.184.216.34', target, policyWith('example.com'))).toHaveProperty('address')
    expect(checkAddress('93.184.216.34', target, policyWith('93.184.216.0/24'))).toHaveProperty('address')
  })

  it.each([
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    'host:99999',
    'host:0',
    '[::1',
    'a b',
    '*.lan',
    '10.0.0',
    'http://host',
    '',
    '::1/129',
  ])('refuses the entry %j with a sentence that names the setting', (entry) =>
    expect(() => policyWith(entry)).toThrow(/CLAVIGER_OUTBOUND_ALLOW/),
  )
})

it('reaches a provider over https on port 443 only', () => {
  const reach = (url: string) => checkUrl(url, 'provider', everything)
  expect(reach('https://api.openai.com/v1/models')).toHaveProperty('target')
  expect(reach('http://api.openai.com/v1/models')).toHaveProperty('refused')
  expect(reach('https://api.openai.com:8443/v1/models')).toHaveProperty('refused')
})
