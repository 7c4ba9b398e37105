import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPolicy } from '#lib/outbound/policy'
import { runPairing } from '#lib/pairing/run-pairing'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { providerOf } from './conclude-from.ts'

const policy = readPolicy({ outboundAllow: ['127.0.0.1'], noProxy: [], dnsCompare: [], controlHosts: [] })
const PIECE = 12

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.stop())

const pair = (id: string, value: string) =>
  runPairing({ provider: providerOf(id), baseUrl: lab.url(id), trigger: 'manual', value }, { policy })

/** Whether as many letters of the secret as somebody could use stand anywhere in a text. */
function shows(text: string, secret: string): boolean {
  return Array.from({ length: secret.length - PIECE + 1 }, (_, at) => secret.slice(at, at + PIECE)).some((piece) =>
    text.includes(piece),
  )
}

describe.each(['telegram', 'mapbox'])('%s, which takes its secret in the address', (id) => {
  it.each(['valid', 'invalid', 'outage', 'unknown_code'])('keeps it out of a result that is %s', async (scenario) => {
    const value = lab.issue(id, { scenario })
    const before = lab.requests.length
    const result = await pair(id, value)
    const seen = lab.requests.slice(before)
    expect(seen.some((one) => one.carried(value) && one.hadSecret)).toBe(true)
    expect(shows(JSON.stringify(result), value)).toBe(false)
    expect(shows(JSON.stringify(seen), value)).toBe(false)
    expect(result.requests.curl).toContain(`$${providerOf(id).variables[0]}`)
  })
})

describe('a base URL without its version', () => {
  it.each(['twilio', 'sendgrid', 'mailgun', 'discord', 'sentry'])('%s: is told the right one', async (id) => {
    const { origin } = new URL(lab.url(id))
    const value = lab.issue(id)
    const result = await runPairing({ provider: providerOf(id), baseUrl: origin, trigger: 'manual', value }, { policy })
    expect(result).toMatchObject({ verdict: 'base_url_wrong', confidence: 'proven' })
    expect(result.cause).toContain(lab.url(id))
  })
})

describe('Twilio, whose account stands in the address', () => {
  it.each(['token', 'apiKey'])('pairs a key of the kind %s and shows its secret nowhere', async (kind) => {
    const value = lab.issue('twilio', { kind })
    const secret = value.split(':').at(-1) ?? ''
    const result = await pair('twilio', value)
    expect(result).toMatchObject({ verdict: 'paired', confidence: 'proven' })
    expect(shows(JSON.stringify(result), secret)).toBe(false)
    expect(result.requests.curl).toContain('-u "$TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN"')
  })

  it('reads a key that was pasted as two lines of an environment file', async () => {
    const value = lab.issue('twilio')
    const [account, token = ''] = value.split(':')
    const result = await pair('twilio', `TWILIO_ACCOUNT_SID=${account}\nTWILIO_AUTH_TOKEN=${token}\n`)
    expect(result).toMatchObject({ verdict: 'paired' })
    expect(shows(JSON.stringify(result), token)).toBe(false)
  })
})
