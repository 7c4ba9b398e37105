import { describe, expect, it } from 'vitest'
import type { Evidence } from '#lib/pairing/evidence'
import { readTarget } from '#lib/pairing/read-target'
import { statusStage } from '#lib/pairing/stages/status'
import { statusSpeaksFor } from '#lib/pairing/status-speaks-for'
import { surroundingWarnings } from '#lib/pairing/surrounding-warnings'
import { type KnownIncident, type KnownStatus, NO_OTHER_KEYS, type Surroundings } from '#lib/pairing/surroundings'
import type { Verdict } from '#lib/providers/verdict'
import { concludeFrom, NOW, providerOf } from './conclude-from.ts'

const openai = providerOf('openai')
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

function incident(title: string, more: Partial<KnownIncident> = {}): KnownIncident {
  return {
    title,
    impact: 'minor',
    status: 'investigating',
    url: null,
    components: [],
    startedAt: minutesAgo(20),
    ...more,
  }
}
function status(state: KnownStatus['state'], ...incidents: KnownIncident[]): KnownStatus {
  return { state, since: minutesAgo(20), asOf: minutesAgo(1), problem: null, incidents }
}
const around = (more: Partial<Surroundings>): Surroundings => ({ otherKeys: NO_OTHER_KEYS, ...more })
const overloaded = { status: 503, body: { error: { message: 'Overloaded', code: 'server_is_overloaded' } } }
const refused = {
  status: 401,
  body: { error: { message: 'Incorrect API key provided', type: 'invalid_request_error', code: 'invalid_api_key' } },
}
const conclude = (answer: typeof overloaded | typeof refused, surroundings?: Surroundings) =>
  concludeFrom(openai, answer, { evidence: { surroundings } })

describe('an outage', () => {
  it('is likely by the answer alone: a gateway in between answers in the same way', async () => {
    expect(await conclude(overloaded)).toMatchObject({ verdict: 'provider_outage', confidence: 'likely' })
  })

  it.each<[string, Surroundings, RegExp]>([
    [
      'the status page',
      around({ status: status('degraded', incident('Errors')) }),
      /status page bears that out: .*“Errors”/,
    ],
    ['two other keys', around({ otherKeys: { paired: 0, failing: 2, inOutage: 2 } }), /2 other keys got the same/],
  ])('is proven where %s bears it out', async (_, surroundings, because) => {
    const conclusion = await conclude(overloaded, surroundings)
    expect(conclusion).toMatchObject({ verdict: 'provider_outage', confidence: 'proven' })
    expect(conclusion.because.join(' ')).toMatch(because)
  })

  it.each<[string, Surroundings]>([
    ['a page that says nothing is wrong', around({ status: status('operational') })],
    ['a page that nobody could read', around({ status: status('unknown', incident('Errors')) })],
    ['one other key', around({ otherKeys: { paired: 0, failing: 1, inOutage: 1 } })],
    ['keys that fail for reasons of their own', around({ otherKeys: { paired: 0, failing: 5, inOutage: 1 } })],
  ])('stays likely with %s', async (_, surroundings) => {
    expect(await conclude(overloaded, surroundings)).toMatchObject({ confidence: 'likely' })
  })
})

describe('an incident', () => {
  const everything = around({
    status: status('outage', incident('Authentication is failing', { impact: 'critical' })),
    otherKeys: { paired: 0, failing: 9, inOutage: 9, lastFailedAt: minutesAgo(3) },
  })

  it('never makes or unmakes a verdict on a key that is refused', async () => {
    expect(await conclude(refused, everything)).toEqual(await conclude(refused))
  })

  const codes = (verdict: Verdict, surroundings: Surroundings) =>
    surroundingWarnings({ input: { provider: openai }, surroundings, now: NOW } as Evidence, {
      verdict,
      confidence: 'likely',
      because: [],
    }).map(({ code }) => code)

  it('is said as a warning where a key is refused while signing in is troubled', () => {
    expect(codes('key_invalid', everything)).toEqual(['incident_in_authentication', 'other_keys_fail'])
    const elsewhere = around({ status: status('degraded', incident('Token throughput of images is low')) })
    expect(codes('key_invalid', elsewhere)).toEqual(['provider_incident'])
    const byComponent = around({ status: status('degraded', incident('Errors', { components: ['Login'] })) })
    expect(codes('key_revoked', byComponent)).toEqual(['incident_in_authentication'])
  })

  it('is no warning for a key that works, nor once it is over', () => {
    expect(codes('paired', everything)).toEqual([])
    const over = around({ status: status('operational', incident('Login', { resolvedAt: minutesAgo(1) })) })
    expect(codes('key_invalid', over)).toEqual([])
  })
})

describe('the status stage', () => {
  const stage = (surroundings: Surroundings | undefined, more = {}) =>
    statusStage({ provider: openai, surroundings, hasStatus: true, isAccepted: false, now: NOW, ...more })

  it.each<[KnownStatus['state'], string, RegExp]>([
    ['operational', 'passed', /^OpenAI reports that it works, as of 2026-06-01T11:59:00/],
    ['degraded', 'warned', /^OpenAI reports degraded service/],
    ['maintenance', 'warned', /^OpenAI reports maintenance/],
    ['outage', 'failed', /^OpenAI reports an outage/],
    ['unknown', 'skipped', /is not known since 2026-06-01T11:40:00/],
  ])('shows %s as %s', (state, expected, summary) => {
    expect(stage(around({ status: status(state) }))).toMatchObject({
      status: expected,
      summary: expect.stringMatching(summary),
      evidence: { statusPage: 'https://status.openai.com', state },
    })
  })

  it('does not hold an outage against a key that was accepted meanwhile', () => {
    expect(stage(around({ status: status('outage') }), { isAccepted: true }).status).toBe('warned')
  })

  it('names the incidents with their times, and how other keys fare', () => {
    const found = stage(
      around({
        status: status('degraded', incident('Elevated errors', { components: ['Chat'], url: 'https://x.example/1' })),
        otherKeys: { paired: 2, lastPairedAt: minutesAgo(4), failing: 3, lastFailedAt: minutesAgo(1), inOutage: 1 },
      }),
    )
    expect(found.summary).toContain('“Elevated errors” (investigating, since 2026-06-01T11:40:00.000Z)')
    expect(found.summary).toContain('3 other keys of this provider fail too, the last 1 min ago')
    expect(found.summary).toContain('2 other keys of this provider paired, the last 4 min ago.')
    expect(found.evidence).toMatchObject({
      incidents: [{ title: 'Elevated errors', affects: 'Chat', page: 'https://x.example/1' }],
      otherKeys: { paired: 2, failing: 3 },
    })
  })

  it('warns where the page knows of nothing and other keys meet the provider failing', () => {
    const otherKeys = { paired: 0, failing: 2, inOutage: 2, lastFailedAt: minutesAgo(0) }
    expect(stage(around({ status: status('operational'), otherKeys })).status).toBe('warned')
  })

  it('says why there is nothing to say: none published, none that a program reads, another address, not looked at', () => {
    const none = { ...openai, status: undefined, links: { ...openai.links, statusPage: undefined } }
    const forPeople = { ...openai, status: undefined }
    expect(stage(undefined, { provider: none }).summary).toBe('OpenAI publishes no status page.')
    expect(stage(undefined, { provider: forPeople }).summary).toContain('for people there is https://status.openai.com')
    expect(stage(around({}), { hasStatus: false }).summary).toContain('nothing about this address')
    expect(stage(undefined)).toMatchObject({ status: 'skipped', summary: expect.stringContaining('was not looked at') })
  })
})

describe('a status page', () => {
  it.each([
    ['openai', undefined, true],
    ['openai', 'https://gateway.example.com/v1', false],
    ['openai', 'http://127.0.0.1:9/v1', false],
    ['azure-openai', 'https://my-resource.openai.azure.com', true],
    ['azure-openai', 'https://gateway.example.com', false],
    ['datadog', 'https://api.datadoghq.com', true],
    ['datadog', 'https://api.datadoghq.eu', false],
    ['mailgun', 'https://api.eu.mailgun.net/v3', true],
    ['aws', 'https://sts.cn-north-1.amazonaws.com.cn', false],
  ])('of %s, asked about %s, speaks for it: %s', (id, baseUrl, expected) => {
    const provider = providerOf(id)
    const target = readTarget(provider, baseUrl)
    expect('kind' in target && statusSpeaksFor(provider, target)).toBe(expected)
  })
})
