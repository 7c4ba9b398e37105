import { connect } from 'node:net'
import { Agent, ProxyAgent, request } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, startLab } from './start-lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.stop())

const agents: { destroy: () => Promise<void> }[] = []
afterAll(() => Promise.all(agents.map((agent) => agent.destroy())))

function trusting(ca?: string): Agent {
  const agent = new Agent({ connect: ca ? { ca } : {} })
  agents.push(agent)
  return agent
}

function through(uri: string, options: { ca?: string; token?: string } = {}): ProxyAgent {
  const agent = new ProxyAgent({ uri, requestTls: { ca: options.ca ?? lab.ca }, token: options.token })
  agents.push(agent)
  return agent
}

/** The code of the innermost error: what a caller has to work with. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (thrown) {
    let error = thrown as { code?: string; message?: string; cause?: unknown }
    while (error.cause) error = error.cause as typeof error
    return error.code ?? error.message ?? 'no code'
  }
  return 'no error'
}

describe('TLS faults', () => {
  it.each([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['notYetValid', 'CERT_NOT_YET_VALID'],
    ['wrongName', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['missingIntermediate', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['interceptor', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ] as const)('%s is refused with %s by a client that trusts the lab', async (fault, code) => {
    expect(await codeOf(request(`${lab.tls[fault]}/models`, { dispatcher: trusting(lab.ca) }))).toBe(code)
  })

  it.each([
    ['oldProtocol', /protocol version|unsupported protocol/i],
    ['plainHttpOnTlsPort', /wrong version number|packet length/i],
  ] as const)('%s fails in the handshake', async (fault, reason) => {
    const thrown = await request(`${lab.tls[fault]}/models`, { dispatcher: trusting(lab.ca) }).catch((error) => error)
    expect(thrown).toMatchObject({
      code: expect.stringMatching(/EPROTO|^ERR_SSL/),
      message: expect.stringMatching(reason),
    })
  })

  it('good is trusted with the lab’s authority and not without it', async () => {
    const headers = { authorization: `Bearer ${lab.issue('openai')}` }
    expect((await request(`${lab.tls.good}/models`, { headers, dispatcher: trusting(lab.ca) })).statusCode).toBe(200)
    expect(await codeOf(request(`${lab.tls.good}/models`, { dispatcher: trusting() }))).toBe(
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    )
  })

  it('interceptor is trusted by whoever installed the company’s authority', async () => {
    const answer = await request(`${lab.tls.interceptor}/models`, { dispatcher: trusting(lab.interceptorCa) })
    expect(answer.statusCode).toBe(401)
  })
})

describe('ports that go wrong', () => {
  const base = (port: number) => `http://127.0.0.1:${port}/v1/models`

  it('closed refuses, and both resets cut the connection', async () => {
    expect(await codeOf(request(base(lab.ports.closed)))).toBe('ECONNREFUSED')
    expect(await codeOf(request(base(lab.ports.resetOnConnect)))).toMatch(/ECONNRESET|UND_ERR_SOCKET|EPIPE/)
    expect(await codeOf(request(base(lab.ports.resetAfterRequest)))).toMatch(/ECONNRESET|UND_ERR_SOCKET/)
  })

  it('blackHole neither takes nor refuses a connection, as behind a firewall that drops packets', async () => {
    const impatient = new Agent({ connect: { timeout: 500 } })
    agents.push(impatient)
    expect(await codeOf(request(base(lab.ports.blackHole), { dispatcher: impatient }))).toBe('UND_ERR_CONNECT_TIMEOUT')
  })

  it('silent takes the connection and never answers', async () => {
    const impatient = new Agent({ headersTimeout: 300 })
    agents.push(impatient)
    expect(await codeOf(request(base(lab.ports.silent), { dispatcher: impatient }))).toBe('UND_ERR_HEADERS_TIMEOUT')
  })
})

describe('proxies', () => {
  it('open reaches the lab under the providers’ real names, over TLS', async () => {
    const key = lab.issue('anthropic')
    const headers = { 'x-api-key': key, 'anthropic-version': '2023-06-01' }
    const answer = await request('https://api.anthropic.com/v1/models', {
      headers,
      dispatcher: through(lab.proxies.open),
    })
    expect(answer.statusCode).toBe(200)
    await answer.body.dump()
    expect(lab.requests.find((one) => one.server === 'proxy/open')).toMatchObject({
      method: 'CONNECT',
      path: 'api.anthropic.com:443',
    })
    expect(lab.requests.filter((one) => one.carried(key)).map((one) => one.server)).toEqual(['api.anthropic.com'])
  })

  it('open reaches TLS faults and hostile answers under names that outlive the ports', async () => {
    const dispatcher = through(lab.proxies.open)
    expect(await codeOf(request('https://expired.lab.test/v1/models', { dispatcher }))).toBe('CERT_HAS_EXPIRED')
    const blocked = await request('https://hostile.lab.test/html403/v1/models', { dispatcher })
    expect(blocked.statusCode).toBe(403)
    expect(await blocked.body.text()).toContain('Web page blocked')
  })

  it('open forwards plain http too, and says 502 for a host that the lab does not have', async () => {
    const plain = await request(`${lab.url('openai')}/models`, { dispatcher: through(lab.proxies.open) })
    expect(plain.statusCode).toBe(401)
    expect(await codeOf(request('https://example.com/', { dispatcher: through(lab.proxies.open) }))).toMatch(
      /502|UND_ERR/,
    )
    expect(await connectAnswer(lab.proxies.open, 'example.com:443')).toMatch(/^HTTP\/1.1 502 /)
  })

  it('authRequired wants lab:lab', async () => {
    expect(await connectAnswer(lab.proxies.authRequired, 'api.openai.com:443')).toMatch(
      /^HTTP\/1.1 407 [\s\S]*Proxy-Authenticate: Basic/,
    )
    const token = `Basic ${Buffer.from('lab:lab').toString('base64')}`
    const dispatcher = through(lab.proxies.authRequired, { token })
    expect((await request('https://api.openai.com/v1/models', { dispatcher })).statusCode).toBe(401)
  })

  it('forbidden403 and badGateway refuse to forward', async () => {
    expect(await connectAnswer(lab.proxies.forbidden403, 'api.openai.com:443')).toMatch(/^HTTP\/1.1 403 /)
    expect(await connectAnswer(lab.proxies.badGateway, 'api.openai.com:443')).toMatch(/^HTTP\/1.1 502 /)
  })

  it('silent never answers', async () => {
    expect(await connectAnswer(lab.proxies.silent, 'api.openai.com:443', 300)).toBe('')
  })

  it('intercepting shows every host the same company’s certificate', async () => {
    for (const host of ['api.openai.com', 'api.stripe.com']) {
      const distrustful = request(`https://${host}/v1/models`, { dispatcher: through(lab.proxies.intercepting) })
      expect(await codeOf(distrustful)).toBe('SELF_SIGNED_CERT_IN_CHAIN')
    }
    const dispatcher = through(lab.proxies.intercepting, { ca: lab.interceptorCa })
    const headers = { authorization: `Bearer ${lab.issue('stripe')}` }
    expect((await request('https://api.stripe.com/v1/balance', { headers, dispatcher })).statusCode).toBe(200)
  })

  it('serves status pages under their real names, as they were set', async () => {
    lab.setStatus('openai', 'outage')
    const dispatcher = through(lab.proxies.open)
    const openai = await request('https://status.openai.com/api/v2/summary.json', { dispatcher })
    expect(await openai.body.json()).toMatchObject({ incidents: [{ name: 'API requests are failing' }] })
    const claude = await request('https://status.claude.com/api/v2/summary.json', { dispatcher })
    expect(await claude.body.json()).toMatchObject({ status: { indicator: 'none' }, incidents: [] })
  })
})

function connectAnswer(proxy: string, target: string, waitMs = 2000): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(Number(new URL(proxy).port), '127.0.0.1', () => {
      socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`)
    })
    socket.setTimeout(waitMs, () => socket.destroy())
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => resolve(text))
  })
}
