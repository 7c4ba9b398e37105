import { randomBytes } from 'node:crypto'
import { PerformanceObserver } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { exchange } from '#lib/outbound/exchange'
import type { Trace } from '#lib/outbound/trace'
import { get, policyOf, SHORT, serveBytes, serveHttp } from './loopback.ts'

const json = { 'content-type': 'application/json' }

describe('an exchange that works', () => {
  it('returns the answer, one trace for each stage, and hears each as it ends', async () => {
    const server = await serveHttp((_request, response) => response.writeHead(200, json).end('{"ok":true}'))
    const heard: Trace[] = []
    const result = await exchange(get(`${server.url}/v1/models?x=1`), policyOf(), SHORT, (trace) => heard.push(trace))
    expect(result.failure).toBeUndefined()
    expect(result.answer).toMatchObject({ status: 200, json: { ok: true }, kind: 'json', truncated: false })
    expect(result.traces.map(({ stage, status }) => `${stage} ${status}`)).toEqual([
      'dns skipped',
      'tcp passed',
      'proxy skipped',
      'tls skipped',
      'http passed',
    ])
    expect(heard).toEqual(result.traces)
    expect(result).toMatchObject({ remoteAddress: '127.0.0.1', local: true, viaProxy: false })
    expect(Math.abs(result.clockSkewMs ?? Number.NaN)).toBeLessThan(2_500)
  })

  it('asks for identity, sends what was given, and closes its connection', async () => {
    let seen: Record<string, unknown> = {}
    const server = await serveHttp((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        seen = { ...request.headers, method: request.method, url: request.url, body }
        response.end()
      })
    })
    const result = await exchange(
      get(`${server.url}/a%20b?c=d`, { method: 'POST', body: '{}', headers: { 'x-api-key': 'k' } }),
      policyOf(),
      SHORT,
    )
    expect(seen).toMatchObject({
      method: 'POST',
      url: '/a%20b?c=d',
      body: '{}',
      'x-api-key': 'k',
      'accept-encoding': 'identity',
      host: new URL(server.url).host,
    })
    expect(result.answer?.kind).toBe('empty')
    await sleep(30)
    expect(server.open()).toBe(0)
  })

  it('resolves localhost through the hosts file and connects to what it found', async () => {
    const server = await serveHttp((_request, response) => response.end('hello'))
    const result = await exchange(
      get(`http://localhost:${server.port}/`),
      policyOf({ outboundAllow: ['localhost'] }),
      SHORT,
    )
    expect(result.answer?.text).toBe('hello')
    expect(result.traces[0]).toMatchObject({ stage: 'dns', status: 'passed', host: 'localhost' })
  })
})

it('asks for a name once, and connects to what was found and checked', async () => {
  const asked: string[] = []
  const observer = new PerformanceObserver((list) => asked.push(...list.getEntries().map(({ name }) => name)))
  observer.observe({ entryTypes: ['dns'] })
  const server = await serveHttp((_request, response) => response.end('hello'))
  const result = await exchange(get(`http://localhost:${server.port}/`), policyOf(), SHORT)
  await sleep(20)
  observer.disconnect()
  expect(asked).toEqual(['lookup'])
  expect(result.traces[0]).toMatchObject({ addresses: [result.remoteAddress] })
})

describe('what is refused before anything is sent', () => {
  it.each([
    'http://127.0.0.1:PORT/',
    'https://127.0.0.1:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f.1:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://localhost:PORT/',
    'http://user:pw@127.0.0.1:PORT/',
  ])('opens no connection for %s when nothing is listed', async (url) => {
    const canary = await serveHttp((_request, response) => response.end())
    const result = await exchange(get(url.replace('PORT', String(canary.port))), policyOf({ outboundAllow: [] }), SHORT)
    expect(result.failure).toMatchObject({ stage: 'dns', kind: 'not_allowed' })
    expect(result.traces.map(({ status }) => status)).toEqual(['failed', 'skipped', 'skipped', 'skipped', 'skipped'])
    await sleep(20)
    expect(canary.connections).toBe(0)
  })

  it.each(['key\r\nx: y', 'key\u0000', 'k\u00e9y', 'key\u200b', 'key\u00a0'])(
    'does not send a header value with a hidden character, and does not repeat it (%j)',
    async (value) => {
      const canary = await serveHttp((_request, response) => response.end())
      const secret = `${randomBytes(16).toString('hex')}${value}`
      const result = await exchange(
        get(canary.url, { headers: { authorization: secret }, secrets: [secret] }),
        policyOf(),
        SHORT,
      )
      expect(result.failure).toMatchObject({ kind: 'not_sendable' })
      expect(JSON.stringify(result)).not.toContain(secret.slice(0, 16))
      expect(canary.connections).toBe(0)
    },
  )

  it('holds no part of a key that stands in a refused address', async () => {
    const key = randomBytes(20).toString('hex')
    for (const url of [
      `https://${key}.internal.invalid:1/`,
      `https://user:${key}@example.com/`,
      `ht!tp://${key}`,
      `https://[${key}]/`,
      `http://127.0.0.1:1/${key}?key=${key}`,
    ]) {
      const result = await exchange(get(url, { secrets: [key] }), policyOf(), SHORT)
      expect(result.failure).toBeDefined()
      expect(JSON.stringify(result)).not.toContain(key.slice(0, 12))
    }
  })
})

describe('what a hostile server may send', () => {
  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://127.0.0.1:1/',
    'file:///etc/passwd',
    '//elsewhere.example/x',
    'https://elsewhere.example/',
  ])('never follows a redirect to %s', async (location) => {
    const key = randomBytes(20).toString('hex')
    const server = await serveHttp((_request, response) =>
      response.writeHead(302, { location: `${location}?token=${key}` }).end(),
    )
    const result = await exchange(
      get(server.url, { headers: { authorization: `Bearer ${key}` }, secrets: [key] }),
      policyOf(),
      SHORT,
    )
    expect(result.answer?.status).toBe(302)
    expect(result.answer?.headers.location).toBe(`${location}?…`)
    expect(server.connections).toBe(1)
    expect(JSON.stringify(result)).not.toContain(key.slice(0, 12))
  })

  it('reads 64 KiB of two gigabytes and leaves', async () => {
    const before = process.memoryUsage().rss
    const server = await serveHttp((_request, response) => {
      response.writeHead(200, { ...json, 'content-length': String(2 * 1024 ** 3) })
      const chunk = Buffer.alloc(65_536, 'x')
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
      }
      response.on('drain', pour)
      pour()
    })
    const result = await exchange(get(server.url), policyOf(), SHORT)
    expect(result.answer).toMatchObject({ status: 200, truncated: true })
    expect(result.answer?.text.length).toBe(65_536)
    expect(result.traces[4]).toMatchObject({ cutShort: 'size' })
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 ** 2)
  })

  it('keeps what came of a body that never ends, within its time', async () => {
    const server = await serveHttp((_request, response) => {
      response.writeHead(200, json).write('{"a":')
      const drip = setInterval(() => response.write(' '), 50)
      response.on('close', () => clearInterval(drip))
    })
    const result = await exchange(get(server.url), policyOf(), SHORT)
    expect(result.answer).toMatchObject({ status: 200, truncated: true, json: undefined })
    expect(result.traces[4]).toMatchObject({ cutShort: 'time' })
    expect(result.durationMs).toBeLessThan(3_000)
  })

  it('gives up on headers that come one byte at a time', async () => {
    const server = await serveBytes((socket) => {
      const drip = setInterval(() => socket.write('H'), 100)
      socket.on('close', () => clearInterval(drip))
    })
    const result = await exchange(get(server.url), policyOf(), SHORT)
    expect(['timeout', 'malformed']).toContain(result.failure?.kind)
    expect(result.durationMs).toBeLessThan(3_000)
  })

  it('ends when the server sends 1xx answers for ever', async () => {
    const server = await serveBytes((socket) => {
      const flood = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 20)
      socket.on('close', () => clearInterval(flood))
    })
    const result = await exchange(get(server.url), policyOf(), SHORT)
    expect(result.failure?.kind).toBe('timeout')
    expect(result.durationMs).toBeLessThan(3_000)
  })

  it('unpacks at most 64 KiB of a gzip bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 ** 2))
    const server = await serveHttp((_request, response) =>
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(bomb),
    )
    const before = process.memoryUsage().rss
    const result = await exchange(get(server.url), policyOf(), SHORT)
    expect(result.answer?.truncated).toBe(true)
    expect(process.memoryUsage().rss - before).toBeLessThan(48 * 1024 ** 2)
  })

  it('reads honest gzip, and gzip that ends too early', async () => {
    const packed = gzipSync('{"ok":true}')
    const server = await serveHttp((request, response) =>
      response
        .writeHead(200, { ...json, 'content-encoding': 'gzip' })
        .end(request.url === '/cut' ? packed.subarray(0, -6) : packed),
    )
    expect((await exchange(get(server.url), policyOf(), SHORT)).answer?.json).toEqual({ ok: true })
    expect((await exchange(get(`${server.url}/cut`), policyOf(), SHORT)).answer?.status).toBe(200)
  })

  it.each(['br', 'zstd', 'deflate', 'gzip, gzip', 'GZIP, br'])(
    'never unpacks %s, whatever is inside',
    async (encoding) => {
      const server = await serveHttp((_request, response) =>
        response.writeHead(200, { ...json, 'content-encoding': encoding }).end(brotliCompressSync('{"ok":true}')),
      )
      const { answer } = await exchange(get(server.url), policyOf(), SHORT)
      expect(answer).toMatchObject({ status: 200, kind: 'binary', text: '', json: undefined })
    },
  )

  it.each([
    ['one long header', { 'x-long': 'a'.repeat(40_000) }],
    [
      'ten thousand headers',
      Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`x-${index}`, 'aaaaaaaaaa'])),
    ],
  ])('stops at %s', async (_name, headers) => {
    const server = await serveHttp((_request, response) => response.writeHead(200, headers).end())
    const { failure } = await exchange(get(server.url), policyOf(), SHORT)
    expect(failure).toMatchObject({ stage: 'http', kind: 'malformed' })
  })

  it.each([
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22, 0x7d]), 'text'],
    ['NUL bytes', Buffer.from('{"a":"\0"}'), 'binary'],
    ['JSON 30,000 deep', Buffer.from('['.repeat(30_000) + ']'.repeat(30_000)), 'text'],
    ['JSON whose depth hides behind strings', Buffer.from(`${'["]",'.repeat(5_000)}1${']'.repeat(5_000)}`), 'text'],
    ['a page', Buffer.from('<!doctype html><title>x</title>'), 'html'],
  ])('survives %s', async (_name, body, kind) => {
    const server = await serveHttp((_request, response) => response.writeHead(200, json).end(body))
    expect((await exchange(get(server.url), policyOf(), SHORT)).answer).toMatchObject({ status: 200, kind })
  })

  it('keeps a field called __proto__ a field', async () => {
    const server = await serveHttp((_request, response) =>
      response.writeHead(200, json).end('{"__proto__":{"admin":true},"a":1e400}'),
    )
    const { answer } = await exchange(get(server.url, { secrets: ['zzzzzzzzzzzz'] }), policyOf(), SHORT)
    expect(answer?.json).toMatchObject({ a: Number.POSITIVE_INFINITY })
    expect(Object.getPrototypeOf(answer?.json)).toBe(Object.prototype)
  })

  it('leaves nothing of a key that comes back in body, headers, cookies, status line and redirect', async () => {
    const key = `zz-${randomBytes(24).toString('base64url')}`
    const partly = [...key]
      .map((char, index) => (index % 3 ? char : `\\u00${char.charCodeAt(0).toString(16)}`))
      .join('')
    const escaped = [...key].map((char) => `\\u00${char.charCodeAt(0).toString(16)}`).join('')
    const forms = [
      key,
      Buffer.from(key).toString('base64'),
      encodeURIComponent(key),
      Buffer.from(key).toString('hex'),
      key.toUpperCase(),
      Buffer.from(`u:${key}`).toString('base64'),
    ]
    const server = await serveHttp((_request, response) => {
      const headers = Object.fromEntries(forms.map((form, index) => [`x-echo-${index}`, form]))
      response.writeHead(401, `No ${key}`, {
        ...json,
        ...headers,
        'set-cookie': [`k=${key}`, `l=${key}`],
        location: `/x/${key}?k=${key}`,
      })
      response.end(`{"echo":${JSON.stringify(forms)},"${key}":1,"escaped":"${escaped}","partly":"${partly}"}`)
    })
    const heard: Trace[] = []
    const request = get(`${server.url}/v1/${key}?key=${key}`, {
      headers: { authorization: `Bearer ${key}` },
      secrets: [key],
    })
    const all = JSON.stringify([await exchange(request, policyOf(), SHORT, (trace) => heard.push(trace)), heard])
    for (const form of [...forms, escaped]) expect(all.toLowerCase()).not.toContain(form.slice(4, 20).toLowerCase())
    expect(all).toContain('[redacted]')
    expect(all).not.toContain(partly.slice(6, 40))
  })
})

describe('connections that fail', () => {
  it('says refused for a closed port', async () => {
    const { failure } = await exchange(get('http://127.0.0.1:1/'), policyOf(), SHORT)
    expect(failure).toMatchObject({ stage: 'tcp', kind: 'refused', code: 'ECONNREFUSED' })
  })

  it('says timeout, after the request, for a port that takes it and stays silent', async () => {
    const server = await serveBytes((socket) => socket.resume())
    const plain = await exchange(get(server.url), policyOf(), SHORT)
    expect(plain.failure).toMatchObject({ stage: 'http', kind: 'timeout' })
    const secure = await exchange(get(server.url.replace('http:', 'https:')), policyOf(), SHORT)
    expect(secure.failure).toMatchObject({ stage: 'tls', kind: 'timeout' })
    expect(server.connections).toBe(2)
  })

  it('tries a cut connection once more, and no more than once', async () => {
    const always = await serveBytes((socket) => socket.once('data', () => socket.resetAndDestroy()))
    const result = await exchange(get(always.url), policyOf(), SHORT)
    expect(result).toMatchObject({ failure: { stage: 'http', kind: 'reset' }, retriedAfter: { kind: 'reset' } })
    expect(always.connections).toBe(2)

    let seen = 0
    const once = await serveHttp((request, response) =>
      seen++ === 0 ? request.socket.destroy() : response.end('fine'),
    )
    const better = await exchange(get(once.url), policyOf(), SHORT)
    expect(better).toMatchObject({ answer: { text: 'fine' }, retriedAfter: { kind: 'reset' } })
  })

  it('never sends twice what may have taken effect', async () => {
    const server = await serveBytes((socket) => socket.once('data', () => socket.resetAndDestroy()))
    const result = await exchange(get(server.url, { method: 'POST', body: '{}' }), policyOf(), SHORT)
    expect(result.failure?.kind).toBe('reset')
    expect(server.connections).toBe(1)
  })

  it('tries again when the cut came before anything was sent, and leaves no connection open', async () => {
    const server = await serveBytes((socket) => socket.once('data', () => socket.resetAndDestroy()))
    const url = server.url.replace('http:', 'https:')
    const result = await exchange(get(url, { method: 'POST', body: '{}' }), policyOf(), SHORT)
    expect(result).toMatchObject({ failure: { stage: 'tls', kind: 'reset' }, retriedAfter: { stage: 'tls' } })
    expect(server.connections).toBe(2)
  })

  it.each(['http', 'https'])('leaves no connection open to a server that stays silent over %s', async (scheme) => {
    const server = await serveBytes((socket) => socket.resume())
    await exchange(get(server.url.replace('http:', `${scheme}:`)), policyOf(), SHORT)
    await sleep(30)
    expect(server.connections).toBe(1)
    expect(server.open()).toBe(0)
  })

  it('says reset when the body is cut short of what was promised', async () => {
    const server = await serveBytes((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort')),
    )
    expect((await exchange(get(server.url), policyOf(), SHORT)).failure).toMatchObject({ stage: 'http', kind: 'reset' })
  })

  it.each(['SSH-2.0-OpenSSH_9.6\r\n', '220 mail ready\r\n', '\0\0\0\0', 'HTTP/1.1 abc Oops\r\n\r\n'])(
    'says that %j is not HTTP',
    async (bytes) => {
      const server = await serveBytes((socket) => socket.once('data', () => socket.end(bytes)))
      expect((await exchange(get(server.url), policyOf(), SHORT)).failure).toMatchObject({
        stage: 'http',
        kind: 'malformed',
      })
    },
  )

  it('says that a name under .invalid does not resolve', async () => {
    const { failure } = await exchange(get('https://nothing.invalid/'), policyOf(), SHORT)
    expect(failure?.kind).toMatch(/^dns_/)
  })

  it('carries two hundred at once without holding up the process', async () => {
    const server = await serveHttp((_request, response) => response.end('{}'))
    let longestMs = 0
    let last = performance.now()
    const watch = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - last)
      last = performance.now()
    }, 5)
    const results = await Promise.all(Array.from({ length: 200 }, () => exchange(get(server.url), policyOf())))
    clearInterval(watch)
    expect(results.filter(({ answer }) => answer?.status === 200)).toHaveLength(200)
    expect(longestMs).toBeLessThan(3_000)
  })
})
