import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { readEnv } from '#lib/env'
import { type Handler, type RunningServer, startServer } from '#lib/server/start-server'
import { freePort } from '../support/port.ts'

const running: { close(): unknown }[] = []
afterEach(async () => {
  for (const each of running.splice(0)) await each.close()
})

async function start(handle: Handler, settings: Record<string, string> = {}, reasons: string[] = []) {
  const port = await freePort()
  const env = readEnv({ NODE_ENV: 'test', PORT: String(port), ...settings })
  const server = await startServer(env)
  running.push(server)
  server.open({ handle, readiness: async () => ({ reasons, warnings: [] }) })
  return { port, server }
}

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

function ask(
  port: number,
  path: string,
  options: { headers?: Record<string, string>; method?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, agent: false, ...options }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    sent.on('error', reject).end()
  })
}

/** Answers with the headers that a page would see. */
const echo: Handler = (incoming, response) => response.end(JSON.stringify(incoming.headers))

test('gives every answer a policy with a nonce of its own, and the page the same one', async () => {
  const { port } = await start(echo)
  const [one, two] = [await ask(port, '/'), await ask(port, '/')]
  const policy = String(one.headers['content-security-policy'])
  expect(JSON.parse(one.body)['content-security-policy']).toBe(policy)
  expect(policy).not.toBe(two.headers['content-security-policy'])
  expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic';/)
  expect(policy).not.toContain('unsafe-eval')
  for (const part of ["frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"]) {
    expect(policy).toContain(part)
  }
  expect(one.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
  expect(one.headers).not.toHaveProperty('strict-transport-security')
  expect(one.headers).not.toHaveProperty('x-powered-by')
})

test('asks browsers to stay on HTTPS where people come by HTTPS', async () => {
  const { port } = await start(echo, { CLAVIGER_URL: 'https://keys.example.test' })
  const answer = await ask(port, '/', { headers: { host: 'keys.example.test' } })
  expect(answer.headers['strict-transport-security']).toMatch(/max-age=\d+/)
  expect(JSON.parse(answer.body)['x-forwarded-proto']).toBe('https')
})

test('lets no caller set what Next, the session or the audit believe', async () => {
  const { port } = await start(echo)
  const spoofed = {
    'content-security-policy': "script-src 'nonce-mine'",
    'x-middleware-subrequest': 'middleware',
    'x-nextjs-data': '1',
    'x-matched-path': '/settings',
    'x-forwarded-host': 'evil.test',
    'x-forwarded-for': '8.8.8.8',
    'x-claviger-address': '8.8.8.8',
    forwarded: 'for=8.8.8.8',
  }
  const seen = JSON.parse((await ask(port, '/', { headers: spoofed })).body)
  expect(seen['content-security-policy']).not.toContain('mine')
  expect(seen['x-claviger-address']).toBe('127.0.0.1')
  for (const name of [
    'x-middleware-subrequest',
    'x-nextjs-data',
    'x-matched-path',
    'x-forwarded-host',
    'x-forwarded-for',
    'forwarded',
  ]) {
    expect(seen).not.toHaveProperty(name)
  }
})

test('believes the proxies that it is told to trust, and nobody behind them', async () => {
  const { port } = await start(echo, { CLAVIGER_TRUSTED_PROXIES: '127.0.0.0/8,10.0.0.0/8' })
  const address = async (chain: string) =>
    JSON.parse((await ask(port, '/', { headers: { 'x-forwarded-for': chain } })).body)['x-claviger-address']
  expect(await address('203.0.113.9')).toBe('203.0.113.9')
  expect(await address('192.0.2.1, 203.0.113.9, 10.1.2.3')).toBe('203.0.113.9')
  expect(await address('nonsense')).toBe('127.0.0.1')
})

test.each(['localhost', 'localhost:8080', '127.0.0.1:1', '[::1]:3000', 'keys.example.test'])(
  'answers to the host %s',
  async (host) => {
    const { port } = await start(echo, { CLAVIGER_URL: 'https://keys.example.test' })
    expect((await ask(port, '/', { headers: { host } })).status).toBe(200)
  },
)

test.each(['evil.test', 'evil.test:3000', '127.0.0.1.evil.test', '169.254.169.254', 'localhost@evil.test'])(
  'does not answer to the host "%s", with a sentence',
  async (host) => {
    const { port } = await start(echo)
    const answer = await ask(port, '/', { headers: { host } })
    expect(answer.status).toBe(421)
    expect(JSON.parse(answer.body).detail).toContain('set CLAVIGER_URL')
  },
)

test('answers to the addresses of this machine where it listens on all of them, and to no other', async () => {
  const { port } = await start(echo, { HOST: '0.0.0.0' })
  expect((await ask(port, '/', { headers: { host: `127.0.0.1:${port}` } })).status).toBe(200)
  expect((await ask(port, '/', { headers: { host: '198.51.100.7' } })).status).toBe(421)
})

test.each([
  ['GET', 'http://evil.test/', 400],
  ['GET', '//evil.test/', 400],
  ['TRACE', '/', 400],
  ['GET', '/_next/image?url=%2Ficon.svg&w=64&q=75', 404],
])('refuses %s %s', async (method, path, status) => {
  const { port } = await start(echo)
  expect((await ask(port, path, { method })).status).toBe(status)
})

test('refuses to upgrade a connection', async () => {
  const { port } = await start(echo)
  const socket = connect(port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  const answer = await new Promise((resolve) => socket.once('data', (data) => resolve(String(data))))
  expect(answer).toMatch(/^HTTP\/1\.1 426 /)
  socket.destroy()
})

test('is live while it starts, and ready once everything is good', async () => {
  const port = await freePort()
  const server: RunningServer = await startServer(readEnv({ NODE_ENV: 'test', PORT: String(port) }))
  running.push(server)
  expect((await ask(port, '/api/v1/health/live')).status).toBe(200)
  const early = await ask(port, '/api/v1/health/ready')
  expect([early.status, JSON.parse(early.body).reasons]).toEqual([503, ['Claviger is starting.']])
  expect((await ask(port, '/')).status).toBe(503)
  server.open({ handle: echo, readiness: async () => ({ reasons: [], warnings: [] }) })
  expect((await ask(port, '/api/v1/health/ready')).status).toBe(200)
})

test('says why it is not ready', async () => {
  const { port } = await start(echo, {}, ['The database is not reachable.'])
  const answer = await ask(port, '/api/v1/health/ready')
  expect(answer.status).toBe(503)
  expect(JSON.parse(answer.body)).toEqual({ status: 'not ready', reasons: ['The database is not reachable.'] })
})

test('survives a page that breaks', async () => {
  const { port } = await start(() => Promise.reject(new Error('canary')))
  const answer = await ask(port, '/')
  expect(answer.status).toBe(500)
  expect(answer.body).not.toContain('canary')
})

test('says in a sentence that the port is taken', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  running.push(taken)
  const { port } = taken.address() as { port: number }
  const attempt = startServer(readEnv({ NODE_ENV: 'test', PORT: String(port) }))
  await expect(attempt).rejects.toThrow(`Port ${port} is already taken.`)
})

test('lets an open request finish when it stops', async () => {
  const { port, server } = await start(async (_request, response) => {
    await sleep(300)
    response.end('finished')
  })
  const answer = ask(port, '/')
  await sleep(100)
  const closed = server.close()
  expect((await answer).body).toBe('finished')
  await closed
  await expect(ask(port, '/')).rejects.toThrow()
})
