import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, startLab } from './start-lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.stop())

/** Reads raw bytes until enough came, the server ended, or time is up; then leaves abruptly. */
function taste(base: string, options: { bytes?: number; waitMs?: number; key?: string } = {}): Promise<Buffer> {
  const { bytes = 65_536, waitMs = 1000, key = 'sk-lab-tasting' } = options
  const { port, pathname } = new URL(base)
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(
        `GET ${pathname}/models HTTP/1.1\r\nHost: lab\r\nAuthorization: Bearer ${key}\r\nConnection: close\r\n\r\n`,
      )
    })
    const timer = setTimeout(() => socket.resetAndDestroy(), waitMs)
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      size += chunk.length
      if (size >= bytes) socket.resetAndDestroy()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(Buffer.concat(chunks))
    })
  })
}

describe('hostile servers', () => {
  it('survive every client that leaves in the middle, and go on answering', async () => {
    await Promise.all(Object.values(lab.hostile).map((base) => taste(base, { bytes: 100, waitMs: 300 })))
    expect(String(await taste(lab.hostile.html502))).toContain('502 Bad Gateway')
  })

  it('send without end and without holding anything, as fast as the reader reads', async () => {
    const before = process.memoryUsage().rss
    const [endless, long] = await Promise.all([
      taste(lab.hostile.endless, { bytes: 32 * 1024 * 1024, waitMs: 5000 }),
      taste(lab.hostile.twoGigabytes, { bytes: 32 * 1024 * 1024, waitMs: 5000 }),
    ])
    expect(endless.length).toBeGreaterThan(32 * 1024 * 1024 - 1)
    expect(String(long.subarray(0, 400))).toContain('content-length: 2147483648')
    expect(process.memoryUsage().rss - before).toBeLessThan(512 * 1024 * 1024)
  })

  it('drip a byte at a time', async () => {
    const dripped = String(await taste(lab.hostile.slowDrip, { waitMs: 1500 }))
    expect(dripped).toMatch(/\{\r\n1\r\n /)
  })

  it('pack 2 GiB into a few megabytes of gzip', async () => {
    const bytes = await taste(lab.hostile.gzipBomb, { bytes: 64 * 1024 * 1024, waitMs: 5000 })
    expect(String(bytes.subarray(0, 300))).toContain('content-encoding: gzip')
    expect(bytes.length).toBeLessThan(4 * 1024 * 1024)
    const answer = await fetch(`${lab.hostile.gzipBomb}/models`)
    const reader = answer.body?.getReader()
    let opened = 0
    while (opened < 64 * 1024 * 1024) opened += (await reader?.read())?.value?.length ?? Number.POSITIVE_INFINITY
    await reader?.cancel()
    expect(Number.isFinite(opened)).toBe(true)
  })

  it('send heads that no parser likes', async () => {
    expect((await taste(lab.hostile.hugeHeaders, { bytes: 1024 * 1024 })).length).toBeGreaterThan(1024 * 1024 - 1)
    expect(String(await taste(lab.hostile.manyHeaders, { bytes: 1e6 }))).toContain('x-h9999: 9999')
    expect(String(await taste(lab.hostile.noHeaders))).toMatch(/^HTTP\/1.1 200 OK\r\n\r\n\{/)
    expect(String(await taste(lab.hostile.status999))).toMatch(/^HTTP\/1.1 999 /)
  })

  it('give the key back in the body or in a header', async () => {
    const key = 'sk-lab-echo'
    const [, body] = String(await taste(lab.hostile.echoKeyBody, { key })).split('\r\n\r\n')
    expect(body).toContain(key)
    const [head, rest] = String(await taste(lab.hostile.echoKeyHeader, { key })).split('\r\n\r\n')
    expect(head).toContain(`x-received-key: ${key}`)
    expect(rest).not.toContain(key)
  })

  it('redirect to metadata, to another host, to a sign-in page and in a circle', async () => {
    const locations = await Promise.all(
      (['redirectMetadata', 'redirectOtherHost', 'captivePortalRedirect', 'redirectLoop'] as const).map(
        async (name) => {
          const answer = await fetch(`${lab.hostile[name]}/models`, { redirect: 'manual' })
          return answer.headers.get('location')
        },
      ),
    )
    expect(locations).toEqual([
      expect.stringContaining('http://169.254.169.254/'),
      expect.stringMatching(/^http:\/\/localhost:\d+\/seen\//),
      expect.stringMatching(/^http:\/\/localhost:\d+\/html200\/login/),
      expect.stringMatching(/\/redirectLoop\//),
    ])
  })

  it('show in the log whether a credential was carried to the other host', async () => {
    const key = 'sk-lab-carried'
    await fetch(`${lab.hostile.redirectOtherHost}/models`, { headers: { 'x-api-key': key } })
    const seen = lab.requests.filter((one) => one.server === 'hostile/seen')
    expect(seen.filter((one) => one.carried(key))).toHaveLength(1)
  })

  it('send JSON that is cut, nested 100,000 deep, or not text at all', async () => {
    const body = async (base: string) => Buffer.from(await (await fetch(`${base}/models`)).arrayBuffer())
    const cut = await body(lab.hostile.truncatedJson)
    expect(() => JSON.parse(String(cut))).toThrow(SyntaxError)
    expect((await body(lab.hostile.deepJson)).subarray(0, 3).toString()).toBe('[[[')
    expect((await body(lab.hostile.invalidUtf8)).toString()).toContain('\ufffd')
    expect((await body(lab.hostile.emptyBody)).length).toBe(0)
    expect((await body(lab.hostile.brotli)).toString()).toContain('gpt-4o-mini')
    expect((await body(lab.hostile.duplicateKeys)).toString().match(/"data"/g)).toHaveLength(2)
  })
})

describe('stopping the lab', () => {
  it('frees every port, even while clients hang on, and may be asked twice', async () => {
    const other = await startLab()
    const hanging = taste(other.hostile.endless, { bytes: Number.POSITIVE_INFINITY, waitMs: 10_000 })
    await expect.poll(() => other.requests.length).toBe(1)
    await Promise.all([other.stop(), other.stop()])
    await hanging
    await expect(fetch(`${other.url('openai')}/models`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
  })
})
