import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createSecureServer } from 'node:http2'
import { createServer as createHttpsServer } from 'node:https'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { exchange, type OutboundRequest } from '#lib/outbound/exchange'
import type { OutboundSettings } from '#lib/outbound/policy'
import { probe } from '#lib/outbound/probe'
import { explainNetwork } from '#lib/pairing/explain-network'
import { type CertificateRequest, issueCertificate } from '../lab/tls/issue-certificate.ts'
import { get, policyOf, SHORT, serveBytes } from '../outbound/loopback.ts'

/** Faults that look like another one at first sight. */
const folder = mkdtempSync(join(tmpdir(), 'claviger-twins-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const root = issueCertificate({ commonName: 'Twins Root', organisation: 'Twins', isAuthority: true })
const inspector = issueCertificate({ commonName: 'Zscaler Root CA', organisation: 'Zscaler Inc.', isAuthority: true })
const names = ['127.0.0.1', 'api.openai.com']
const leaf = (own: Partial<CertificateRequest> = {}) => {
  const { keyPem: key, pem } = issueCertificate({
    commonName: 'leaf',
    organisation: 'Twins',
    names,
    issuer: root,
    ...own,
  })
  return { key, cert: pem }
}
const extraCaCerts = join(folder, 'root.pem')
writeFileSync(extraCaCerts, root.pem)

const provider = { target: 'provider' } as const
const models = 'https://api.openai.com/v1/models'
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

async function explain(url: string, settings: Partial<OutboundSettings> = {}, more: Partial<OutboundRequest> = {}) {
  const policy = policyOf({ extraCaCerts, controlHosts: [], ...settings })
  const result = await exchange(get(url, more), policy, SHORT)
  if (!result.failure) throw new Error(`There was an answer: ${result.answer?.status}`)
  return { ...explainNetwork(result.failure, result, await probe(result, policy, [])), stage: result.failure.stage }
}

function portOf(server: Server): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  server.on('connection', (socket) => {
    socket.on('error', () => {})
    onTestFinished(() => void socket.destroy())
  })
  onTestFinished(() => void server.close())
  server.listen(0, '127.0.0.1', () => {
    const at = server.address()
    resolve(typeof at === 'object' && at ? at.port : 0)
  })
  return promise
}

/** A proxy whose tunnels all end at one server of this machine. */
async function proxyTo(port: number): Promise<string> {
  const proxy = await portOf(
    createServer((client) => {
      client.once('data', () => {
        const upstream = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'))
        upstream.on('error', () => client.destroy()).pipe(client)
        client.on('close', () => upstream.destroy()).pipe(upstream)
      })
    }),
  )
  return `http://127.0.0.1:${proxy}`
}

const answering = (bytes: string | Buffer) => serveBytes((socket) => socket.once('data', () => socket.end(bytes)))

describe('what an inspecting product shows is its own', () => {
  const faults: [string, Partial<CertificateRequest>][] = [
    ['tls_cert_time', { notBefore: daysAgo(60), notAfter: daysAgo(3) }],
    ['tls_name_mismatch', { names: ['gateway.example'], issuer: root, organisation: 'Fortinet' }],
  ]
  it.each(faults)('also where its certificate has the fault of %s', async (nearTwin, own) => {
    const server = createHttpsServer(leaf({ issuer: inspector, ...own }))
    const httpsProxy = await proxyTo(await portOf(server))
    expect(await explain(models, { httpsProxy }, provider)).toMatchObject({
      verdict: 'tls_intercepted',
      confidence: 'likely',
      nearTwin,
    })
  })

  it('is not proven by the name of a public authority alone, where a public provider seems to forget its chain', async () => {
    const issuer = issueCertificate({ commonName: 'DigiCert Made Up', organisation: 'DigiCert Inc', isAuthority: true })
    const httpsProxy = await proxyTo(await portOf(createHttpsServer(leaf({ issuer }))))
    expect(await explain(models, { httpsProxy }, provider)).toMatchObject({
      verdict: 'tls_chain_incomplete',
      confidence: 'likely',
      nearTwin: 'tls_intercepted',
    })
  })
})

describe('a proxy', () => {
  it('that answers with a page in place of a tunnel is not the provider without TLS', async () => {
    const { port } = await answering('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<html>Sign in</html>')
    expect(await explain(models, { httpsProxy: `http://127.0.0.1:${port}` }, provider)).toMatchObject({
      verdict: 'proxy_refused',
      confidence: 'likely',
      nearTwin: 'tls_protocol',
      stage: 'tls',
    })
  })

  it('whose own name is not known is not an unknown provider', async () => {
    const explained = await explain(models, { httpsProxy: 'http://proxy.nothing-here.invalid:3128' }, provider)
    expect(explained).toMatchObject({ verdict: 'proxy_refused', stage: 'dns' })
    expect(explained.cause.join(' ')).toContain('proxy.nothing-here.invalid')
  })

  it.each([
    [302, 'sign-in'],
    [401, 'web server'],
    [404, 'no proxies'],
    [403, 'rule'],
  ])('that answers %i is told apart in words', async (status, word) => {
    const { port } = await answering(`HTTP/1.1 ${status} X\r\ncontent-length: 0\r\n\r\n`)
    const { verdict, cause } = await explain(models, { httpsProxy: `http://127.0.0.1:${port}` }, provider)
    expect(verdict).toBe('proxy_refused')
    expect(cause.join(' ')).toContain(word)
  })
})

describe('a handshake', () => {
  it('with a server for HTTP/2 alone says so', async () => {
    const server = createSecureServer({ ...leaf(), allowHTTP1: false })
    server.on('unknownProtocol', (socket) => socket.destroy())
    const { verdict, confidence, cause } = await explain(`https://127.0.0.1:${await portOf(server)}/`)
    expect({ verdict, confidence }).toEqual({ verdict: 'tls_protocol', confidence: 'proven' })
    expect(cause.join(' ')).toContain('HTTP/2')
  })

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('over %s that demands a client certificate says so', async (version) => {
    const server = createHttpsServer({
      ...leaf(),
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: version,
      maxVersion: version,
    })
    const { verdict, cause } = await explain(`https://127.0.0.1:${await portOf(server)}/`)
    expect(verdict).toBe('tls_protocol')
    expect(cause.join(' ')).toContain('client certificate')
  })

  it.each([
    [112, 'does not serve this name'],
    [49, 'let this caller in no further'],
    [71, 'no safe cipher'],
  ])('that ends with alert %i is told apart in words', async (alert, words) => {
    const { port } = await answering(Buffer.from([0x15, 3, 3, 0, 2, 2, alert]))
    const { verdict, cause } = await explain(`https://127.0.0.1:${port}/`)
    expect(verdict).toBe('tls_protocol')
    expect(cause.join(' ')).toContain(words)
  })
})

describe('an answer over plain http', () => {
  it.each([
    [
      'an upgrade that nobody asked for',
      'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
    ],
    ['an interim answer that nobody asked for', 'HTTP/1.1 100 Continue\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}'],
  ])('with %s is no cut connection', async (_name, bytes) => {
    const { port } = await answering(bytes)
    expect(await explain(`http://127.0.0.1:${port}/v1`)).toMatchObject({ verdict: 'unexpected_response' })
  })

  it('that is cut may come from a port that waits for TLS', async () => {
    const port = await portOf(createHttpsServer(leaf()))
    const { verdict, cause } = await explain(`http://127.0.0.1:${port}/v1`)
    expect(verdict).toBe('connection_reset')
    expect(cause.join(' ')).toContain('https')
  })
})
