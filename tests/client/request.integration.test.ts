import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createPlain, type Server } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { request } from '#lib/client/request'
import type { RequestLog } from '../lab/log-request.ts'
import { createProxy } from '../lab/proxies/create-proxy.ts'
import { makeLabCertificates } from '../lab/tls/lab-certificates.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'claviger-client-request-'))
const ca = path.join(folder, 'ca.pem')
const seen: RequestLog = []
let server: Server
let plain: Server
let proxy: Server
let url: URL

const listen = async (one: Server) => {
  await new Promise<void>((done) => one.listen(0, '127.0.0.1', done))
  return (one.address() as AddressInfo).port
}

beforeAll(async () => {
  const certificates = makeLabCertificates(['127.0.0.1', 'keys.example.test'])
  writeFileSync(ca, certificates.ca)
  server = createServer(certificates.good, (asked, response) =>
    response.end(`${asked.method} ${asked.headers.authorization}`),
  )
  url = new URL(`https://127.0.0.1:${await listen(server)}/`)
  plain = createPlain(() => {})
  await listen(plain)
  const port = Number(url.port)
  proxy = createProxy({ name: 'company', log: seen, destination: () => port })
})
afterEach(() => {
  delete process.env.HTTPS_PROXY
  delete process.env.NO_PROXY
})
afterAll(() => {
  for (const each of [server, plain, proxy]) {
    each.closeAllConnections()
    each.close()
  }
  rmSync(folder, { recursive: true })
})

const headers = { authorization: 'Bearer x' }

describe('a request of the client', () => {
  it('trusts the authority that --ca names, and says how to name one', async () => {
    expect((await request(url, { headers, ca })).text).toBe('GET Bearer x')
    await expect(request(url, { headers })).rejects.toThrow(/authority that this machine does not know.*--ca/)
    await expect(request(url, { ca: path.join(folder, 'none.pem') })).rejects.toThrow(/cannot be read/)
  })

  it('goes through the proxy that the environment names, to a name that only the proxy knows', async () => {
    process.env.HTTPS_PROXY = `http://127.0.0.1:${await listen(proxy)}`
    const answer = await request(new URL('https://keys.example.test/'), { method: 'POST', headers, body: '{}', ca })
    expect(answer.text).toBe('POST Bearer x')
    expect(seen.length).toBeGreaterThan(0)
    process.env.NO_PROXY = 'keys.example.test'
    await expect(request(new URL('https://keys.example.test/'), { ca })).rejects.toThrow(/no such name|looked up/)
  })

  it('ends with a sentence where nobody listens, or nobody answers', async () => {
    await expect(request(new URL('http://127.0.0.1:9/'), {})).rejects.toThrow(/nothing listens there/)
    const silent = new URL(`http://127.0.0.1:${(plain.address() as AddressInfo).port}/`)
    await expect(request(silent, { timeoutMs: 200 })).rejects.toThrow(/does not answer in time/)
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 50)
    await expect(request(silent, { signal: stop.signal })).rejects.toThrow(/aborted/)
  })
})
