import { describe, expect, it } from 'vitest'
import { catalog } from '#lib/providers/catalog'
import { mergeIncidents } from '#lib/status-pages/merge-incidents'
import { nextDue } from '#lib/status-pages/next-due'
import { type KeptPage, providerStatus } from '#lib/status-pages/provider-status'
import type { Incident } from '#lib/status-pages/readers/reading'
import { statusPageHosts } from '../lab/hosts/status-hosts.ts'
import { BEGAN, NOW } from './feed-answer.ts'

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)
const incident = (more: Partial<Incident> = {}): Incident => ({
  externalId: '1',
  title: 'Errors',
  impact: 'minor',
  status: 'investigating',
  url: null,
  components: [],
  startedAt: BEGAN,
  updatedAt: BEGAN,
  ...more,
})
const page = (more: Partial<KeptPage> = {}): KeptPage => ({
  state: 'operational',
  components: [],
  readAt: NOW,
  changedAt: BEGAN,
  failingSince: null,
  problem: null,
  incidents: [],
  ...more,
})
const feed = { kind: 'statuspage', url: 'https://status.example.com' } as const

describe('incidents that are kept', () => {
  it('end when the page tells them no more, and keep everything else', () => {
    expect(mergeIncidents([incident()], [], NOW)).toEqual([
      incident({ status: 'resolved', updatedAt: NOW, resolvedAt: NOW }),
    ])
  })

  it('keep their first times on a page that tells none, until something else changes', () => {
    const untimed = (at: Date, more: Partial<Incident> = {}) => incident({ startedAt: at, updatedAt: at, ...more })
    const first = mergeIncidents([], [untimed(NOW)], NOW)
    expect(mergeIncidents(first, [untimed(minutes(2))], minutes(2))).toEqual(first)
    const changed = mergeIncidents(first, [untimed(minutes(4), { status: 'monitoring' })], minutes(4))
    expect(changed).toEqual([incident({ status: 'monitoring', startedAt: NOW, updatedAt: minutes(4) })])
  })
})

describe('what concerns one provider of a page', () => {
  const api = { ...feed, components: /\bapi\b/i }

  it('is the worst of its own components and incidents, whatever the rest of the page says', () => {
    const components = [
      { name: 'API', state: 'operational' as const },
      { name: 'Chat', state: 'outage' as const },
    ]
    const elsewhere = page({ state: 'outage', components, incidents: [incident({ components: ['Chat'] })] })
    expect(providerStatus(api, elsewhere, NOW)).toMatchObject({ state: 'operational', incidents: [] })
    expect(providerStatus(feed, elsewhere, NOW)).toMatchObject({ state: 'outage', incidents: [{ title: 'Errors' }] })
    const here = page({ components, incidents: [incident({ components: ['API'] })] })
    expect(providerStatus(api, here, NOW)).toMatchObject({ state: 'degraded', since: BEGAN })
  })

  it('is the whole page where no component is called that any more, or an incident names none', () => {
    const renamed = page({ state: 'outage', components: [{ name: 'Platform', state: 'outage' }] })
    expect(providerStatus(api, renamed, NOW).state).toBe('outage')
    expect(providerStatus(api, page({ state: 'degraded', incidents: [incident()] }), NOW).state).toBe('degraded')
    expect(providerStatus(api, page({ state: 'degraded' }), NOW).state).toBe('degraded')
  })

  it('is unknown where the page was never read, cannot be read, or was not read for long', () => {
    expect(providerStatus(feed, undefined, NOW)).toMatchObject({ state: 'unknown', asOf: null })
    const failing = page({ failingSince: BEGAN, problem: 'It is gone.' })
    expect(providerStatus(feed, failing, NOW)).toMatchObject({ state: 'unknown', since: BEGAN, problem: 'It is gone.' })
    expect(providerStatus(feed, page(), minutes(44)).state).toBe('operational')
    expect(providerStatus(feed, page(), minutes(46))).toMatchObject({ state: 'unknown', since: NOW })
  })
})

describe('the next time to ask', () => {
  const wait = (asked: Partial<Parameters<typeof nextDue>[0]>, random = 0) =>
    (nextDue({ now: NOW, isInUse: true, failures: 0, random: () => random, ...asked }).getTime() - NOW.getTime()) /
    60_000

  it('is within 2 minutes in use and 30 otherwise, never later', () => {
    expect([wait({}), wait({}, 0.999)]).toEqual([2, expect.closeTo(1.8, 1)])
    expect([wait({ isInUse: false }), wait({ isInUse: false }, 0.999)]).toEqual([30, expect.closeTo(27, 1)])
  })

  it('moves away with each failure, up to an hour, with chance in it', () => {
    expect([1, 2, 3, 4, 5, 20].map((failures) => wait({ failures }))).toEqual([4, 8, 16, 32, 60, 60])
    expect(wait({ failures: 20 }, 0.999)).toBeCloseTo(30, 0)
  })

  it('is never before the page allows it, but within six hours whatever it asks', () => {
    expect(wait({ failures: 1, retryAt: minutes(90) })).toBe(90)
    expect(wait({ failures: 1, retryAt: minutes(100_000) })).toBe(360)
  })
})

describe('the feeds of the catalogue', () => {
  const feeds = catalog.flatMap(({ id, status }) => (status ? [{ id, status }] : []))

  it.each(feeds)('$id is asked over https, with a test that remembers nothing', ({ status }) => {
    expect(status.url).toMatch(/^https:\/\/[^/:@]+\//)
    expect(status.components?.flags ?? '').not.toMatch(/[gy]/)
  })

  it.each(feeds)('$id has its page in the lab', ({ id, status }) => {
    const { host, pathname } = new URL(status.url)
    const served = statusPageHosts.find((each) => each.host === host && each.path === pathname)
    expect(served?.providerIds).toContain(id)
  })
})
