import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Exchange, exchange, type OutboundRequest } from '#lib/outbound/exchange'
import type { OutboundSettings } from '#lib/outbound/policy'
import { probe } from '#lib/outbound/probe'
import { explainNetwork } from '#lib/pairing/explain-network'
import { PairingStage } from '#lib/pairing/schema'
import { networkStage } from '#lib/pairing/stages/network-stage'
import { listen } from '../lab/listen.ts'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { makeLabCertificates } from '../lab/tls/lab-certificates.ts'
import { get, policyOf, SHORT } from '../outbound/loopback.ts'

let lab: Lab
let folder: string
/** PEM file with the lab's own authority: what an operator gives as NODE_EXTRA_CA_CERTS. */
let authorities: string

beforeAll(async () => {
  lab = await startLab()
  folder = mkdtempSync(join(tmpdir(), 'claviger-network-'))
  authorities = join(folder, 'ca.pem')
  writeFileSync(authorities, lab.ca)
})
afterAll(async () => {
  await lab?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const trusting = (settings: Partial<OutboundSettings> = {}) =>
  policyOf({ extraCaCerts: authorities, controlHosts: [], ...settings })

async function explain(url: string, settings: Partial<OutboundSettings> = {}, more: Partial<OutboundRequest> = {}) {
  const policy = trusting(settings)
  const result = await exchange(get(url, more), policy, SHORT)
  if (!result.failure) throw new Error(`There was an answer: ${result.answer?.status}`)
  const probes = await probe(result, policy, [])
  return { ...explainNetwork(result.failure, result, probes), result }
}

const chainOf = (result: Exchange) => result.traces.flatMap((trace) => (trace.stage === 'tls' ? trace.chain : []))

describe('TLS', () => {
  it('passes with a certificate of an authority that the operator made known, and shows it', async () => {
    const result = await exchange(get(`${lab.tls.good}/models`), trusting(), SHORT)
    expect(result.answer?.status).toBeGreaterThan(0)
    const tls = result.traces[3]
    expect(tls).toMatchObject({ stage: 'tls', status: 'passed', protocol: 'TLSv1.3' })
    expect(tls && networkStage(tls).summary).toMatch(
      /^TLS 1\.3, certificate for 127\.0\.0\.1 valid until \d{4}-\d\d-\d\d, signed by .*Claviger Lab/,
    )
  })

  it.each([
    ['expired', 'tls_cert_time', 'CERT_HAS_EXPIRED'],
    ['notYetValid', 'tls_cert_time', 'CERT_NOT_YET_VALID'],
    ['wrongName', 'tls_name_mismatch', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['selfSigned', 'tls_self_signed_server', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['missingIntermediate', 'tls_chain_incomplete', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['interceptor', 'tls_intercepted', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ] as const)('tells %s apart as %s, shows the chain, and sends nothing', async (fault, verdict, code) => {
    const before = lab.requests.length
    const explained = await explain(`${lab.tls[fault]}/models`)
    expect(explained).toMatchObject({ verdict, evidence: { code } })
    expect(chainOf(explained.result)[0]).toMatchObject({
      subject: expect.stringContaining('CN='),
      fingerprint256: expect.stringMatching(/^[0-9A-F:]{95}$/),
    })
    expect(lab.requests.length).toBe(before)
  })

  it.each(['oldProtocol', 'plainHttpOnTlsPort'] as const)('tells %s apart as a protocol fault', async (fault) => {
    expect(await explain(`${lab.tls[fault]}/models`)).toMatchObject({ verdict: 'tls_protocol', confidence: 'proven' })
  })

  it('takes a server with a private authority for one’s own server, not for interception', async () => {
    const explained = await explain(`${lab.tls.good}/models`, { extraCaCerts: undefined })
    expect(['tls_self_signed_server', 'tls_chain_incomplete']).toContain(explained.verdict)
    expect(explained.confidence).toBe('likely')
  })

  it('names who signed, and the names that the certificate is for', async () => {
    expect((await explain(`${lab.tls.interceptor}/models`)).cause.join(' ')).toContain('Zscaler')
    expect((await explain(`${lab.tls.wrongName}/models`)).cause.join(' ')).toContain('other.example')
    expect((await explain(`${lab.tls.expired}/models`)).evidence).toHaveProperty('validTo')
  })
})

describe('connections', () => {
  it.each([
    ['closed', 'http', 'tcp_refused', 'tcp'],
    ['closed', 'https', 'tcp_refused', 'tcp'],
    ['blackHole', 'http', 'tcp_timeout', 'tcp'],
    ['silent', 'http', 'tcp_timeout', 'http'],
    ['silent', 'https', 'tcp_timeout', 'tls'],
    ['resetOnConnect', 'https', 'connection_reset', /tcp|tls/],
    ['resetAfterRequest', 'http', 'connection_reset', 'http'],
    ['resetAfterRequest', 'https', 'connection_reset', 'tls'],
  ] as const)('a %s port over %s is %s', async (port, scheme, verdict, stage) => {
    const { verdict: found, result } = await explain(`${scheme}://127.0.0.1:${lab.ports[port]}/v1/models`)
    expect(found).toBe(verdict)
    expect(result.failure?.stage).toMatch(stage)
  })

  it('a refused target is our own rule, and says how to open it', async () => {
    const explained = await explain(`${lab.url('openai')}/models`, { outboundAllow: [] })
    expect(explained).toMatchObject({ verdict: 'target_not_allowed', confidence: 'proven' })
    expect(explained.cause.join(' ')).toContain('CLAVIGER_OUTBOUND_ALLOW=127.0.0.1')
  })
})

describe('names', () => {
  it('that do not resolve are told apart from resolvers that fail, within a moment on a closed network', async () => {
    const started = performance.now()
    const { verdict } = await explain('https://nothing-here.invalid/v1', {
      controlHosts: ['also-nothing.invalid'],
      dnsCompare: ['127.0.0.1'],
    })
    expect(['dns_not_found', 'dns_temporary']).toContain(verdict)
    expect(performance.now() - started).toBeLessThan(8_000)
  })
})

describe('proxies', () => {
  const provider = { target: 'provider' } as const
  const models = 'https://api.openai.com/v1/models'

  it('carry the request under its real name, which is not resolved here', async () => {
    const result = await exchange(get(models, provider), trusting({ httpsProxy: lab.proxies.open }), SHORT)
    expect(result.failure).toBeUndefined()
    expect(result).toMatchObject({ viaProxy: true, local: false })
    expect(result.traces.map(({ stage, status }) => `${stage} ${status}`)).toEqual([
      'dns skipped',
      'tcp passed',
      'proxy passed',
      'tls passed',
      'http passed',
    ])
    expect(result.traces[0]).toMatchObject({ ofProxy: true, host: '127.0.0.1' })
  })

  it('carry plain http to a listed name without a tunnel, and to no other', async () => {
    const settings = { httpProxy: lab.proxies.open, outboundAllow: ['api.openai.com'] }
    const result = await exchange(get('http://api.openai.com/v1/models'), trusting(settings), SHORT)
    expect(result.answer?.status).toBeGreaterThan(0)
    expect(await explain('http://api.openai.com/v1/models', { ...settings, outboundAllow: [] })).toMatchObject({
      verdict: 'target_not_allowed',
    })
  })

  it('get the sign-in of their own address, and the target never sees it', async () => {
    const signedIn = lab.proxies.authRequired.replace('http://', 'http://lab:lab@')
    const before = lab.requests.length
    const result = await exchange(get(models, provider), trusting({ httpsProxy: signedIn }), SHORT)
    expect(result.failure).toBeUndefined()
    const toTarget = lab.requests.slice(before).filter(({ server }) => !server.startsWith('proxy/'))
    expect(toTarget.length).toBe(1)
    expect(JSON.stringify(toTarget)).not.toContain('proxy-authorization')
    expect(JSON.stringify(result)).not.toContain(Buffer.from('lab:lab').toString('base64'))
  })

  it.each([
    ['authRequired', 'proxy_auth_required', 'proven'],
    ['forbidden403', 'proxy_refused', 'proven'],
    ['badGateway', 'proxy_refused', 'likely'],
    ['silent', 'proxy_refused', 'likely'],
  ] as const)('%s: %s, %s, and no key was sent', async (name, verdict, confidence) => {
    const before = lab.requests.length
    const explained = await explain(
      models,
      { httpsProxy: lab.proxies[name] },
      { ...provider, headers: { authorization: 'Bearer not-a-key' } },
    )
    expect(explained).toMatchObject({ verdict, confidence })
    expect(JSON.stringify(lab.requests.slice(before))).not.toContain('not-a-key')
  })

  it('that are not there are the proxy’s fault, not the provider’s', async () => {
    expect(await explain(models, { httpsProxy: `http://127.0.0.1:${lab.ports.closed}` }, provider)).toMatchObject({
      verdict: 'proxy_refused',
      result: { failure: { stage: 'tcp' } },
    })
  })

  it('that inspect traffic are proven by the chain and by a control host', async () => {
    const settings = { httpsProxy: lab.proxies.intercepting, controlHosts: ['api.anthropic.com'] }
    const explained = await explain(models, settings, provider)
    expect(explained).toMatchObject({ verdict: 'tls_intercepted', confidence: 'proven' })
    expect(explained.cause.join(' ')).toMatch(/Zscaler.*api\.anthropic\.com/)
  })

  it('may themselves be reached over TLS, and must then show a trusted certificate', async () => {
    const certificates = makeLabCertificates(['127.0.0.1'])
    const proxy = createServer(certificates.good)
    proxy.on('connect', (_request, client: Socket) => {
      const upstream = connect(Number(new URL(lab.tls.good).port), '127.0.0.1', () =>
        client.write('HTTP/1.1 200 OK\r\n\r\n'),
      )
      upstream.on('error', () => client.destroy()).pipe(client)
      client.on('error', () => upstream.destroy()).pipe(upstream)
    })
    const { port, close } = await listen(proxy)
    const both = join(folder, 'both.pem')
    writeFileSync(both, lab.ca + certificates.ca)
    const url = `${lab.tls.good}/models`
    const httpsProxy = `https://127.0.0.1:${port}`
    expect(
      (await exchange(get(url), trusting({ httpsProxy, extraCaCerts: both }), SHORT)).answer?.status,
    ).toBeGreaterThan(0)
    expect(await explain(url, { httpsProxy })).toMatchObject({
      verdict: 'proxy_refused',
      evidence: { code: expect.stringContaining('CERT') },
    })
    await close()
  })

  it('are passed by where NO_PROXY says so', async () => {
    const dead = `http://127.0.0.1:${lab.ports.closed}`
    for (const noProxy of [['127.0.0.1'], ['*'], ['127.0.0.0/8'], ['other.example', '127.0.0.1']]) {
      const result = await exchange(get(`${lab.tls.good}/models`), trusting({ httpsProxy: dead, noProxy }), SHORT)
      expect(result).toMatchObject({ viaProxy: false, answer: expect.anything() })
    }
    const result = await exchange(
      get(`${lab.tls.good}/models`),
      trusting({ httpsProxy: dead, noProxy: ['example.com', '10.0.0.0/8'] }),
      SHORT,
    )
    expect(result).toMatchObject({ viaProxy: true, failure: { stage: 'tcp' } })
  })

  it('do not open private addresses that are written as such', async () => {
    const result = await exchange(
      get('https://169.254.169.254/'),
      trusting({ httpsProxy: lab.proxies.open, outboundAllow: ['0.0.0.0/0'] }),
      SHORT,
    )
    expect(result.failure?.kind).toBe('not_allowed')
    const loopback = await exchange(
      get('https://127.0.0.1/'),
      trusting({ httpsProxy: lab.proxies.open, outboundAllow: [] }),
      SHORT,
    )
    expect(loopback.failure?.kind).toBe('not_allowed')
  })
})

it('writes every stage, passed, failed or skipped, in the public form', async () => {
  const urls = [
    `${lab.tls.good}/models`,
    `${lab.tls.expired}/models`,
    `http://127.0.0.1:${lab.ports.closed}/`,
    'https://169.254.169.254/',
    lab.url('openai'),
    'nonsense',
  ]
  for (const url of urls) {
    const { traces } = await exchange(get(url), trusting(), SHORT)
    for (const trace of traces) {
      const stage = networkStage(trace)
      expect(PairingStage.parse(stage)).toEqual(stage)
      expect(stage.summary).not.toMatch(/undefined|null|NaN/)
    }
  }
})
