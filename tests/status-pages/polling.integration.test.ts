import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '#lib/keys/create-key'
import type { StatusFeed } from '#lib/providers/provider'
import { pollDuePages } from '#lib/status-pages/poll-due-pages'
import { watchedFeeds } from '#lib/status-pages/watched-feeds'
import type { StatusFault } from '../lab/hosts/status-pages.ts'
import { type LabWorld, openLabWorld, watch } from './lab-world.ts'

const MINUTE_MS = 60_000

let open: LabWorld
beforeAll(async () => {
  open = await openLabWorld()
})
afterAll(() => open.close())

const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS)
const groq = { kind: 'statuspage', url: 'https://groqstatus.com/api/v2/summary.json' } as const
const asked = (host: string) => open.lab.requests.filter(({ server }) => server === host).length

describe('polling', () => {
  it('reads every kind of page over the network, in its own form, and tells of an outage once', async () => {
    const feeds: [string, StatusFeed][] = [
      ['anthropic', { kind: 'statuspage', url: 'https://status.claude.com/api/v2/summary.json' }],
      ['openai', { kind: 'statuspage', url: 'https://status.openai.com/api/v2/summary.json' }],
      ['perplexity', { kind: 'instatus', url: 'https://status.perplexity.com/summary.json' }],
      ['together', { kind: 'betterstack', url: 'https://status.together.ai/index.json' }],
      [
        'openrouter',
        { kind: 'onlineornot', url: 'https://api.onlineornot.com/v1/status_pages/status.openrouter.ai/summary' },
      ],
      ['gitlab', { kind: 'statusio', url: 'https://api.status.io/1.0/status/5b36dc6502d06804c08349f7' }],
      ['mistral', { kind: 'rss', url: 'https://status.mistral.ai/feed.rss' }],
      ['deepseek', { kind: 'rss', url: 'https://status.deepseek.com/feed.atom' }],
      ['google-gemini', { kind: 'google', url: 'https://status.cloud.google.com/incidents.json' }],
      ['aws', { kind: 'aws', url: 'https://health.aws.amazon.com/public/currentevents' }],
      ['slack', { kind: 'slack', url: 'https://slack-status.com/api/v2.0.0/current' }],
    ]
    const watched = watchedFeeds(feeds.map(([id, status]) => ({ id, status })))
    const calm = await pollDuePages({ feeds: watched })
    expect(calm.map(({ provider, to }) => `${provider} ${to}`).sort()).toEqual(
      feeds.map(([id]) => `${id} operational`).sort(),
    )
    for (const [id] of feeds) open.lab.setStatus(id, 'outage')
    const changes = await pollDuePages({ feeds: watched, now: later(40) })
    expect(changes.map(({ provider }) => provider).sort()).toEqual(feeds.map(([id]) => id).sort())
    for (const { from, to, opened, resolved } of changes) {
      expect({ from, to, resolved }).toEqual({ from: 'operational', to: 'outage', resolved: [] })
      expect(opened).toEqual([expect.objectContaining({ title: expect.stringMatching(/API requests are failing/) })])
    }
    expect(await pollDuePages({ feeds: watched, now: later(80) })).toEqual([])
    for (const [id] of feeds) open.lab.setStatus(id, 'operational')
    const over = await pollDuePages({ feeds: watched, now: later(120) })
    expect(over.map(({ to, resolved }) => [to, resolved.length])).toEqual(feeds.map(() => ['operational', 1]))
    expect(await open.world.db.statusIncident.count({ where: { resolvedAt: null } })).toBe(0)
    expect(await open.world.db.statusIncident.count()).toBeGreaterThanOrEqual(feeds.length)
  })

  it('asks only for what is new: an unchanged page answers 304 and stays known', async () => {
    const feeds = watch('replicate', { kind: 'statuspage', url: 'https://www.replicatestatus.com/api/v2/summary.json' })
    const url = feeds[0]?.url ?? ''
    await pollDuePages({ feeds })
    const first = await open.world.db.statusPage.findUniqueOrThrow({ where: { url } })
    expect(first.etag).toMatch(/^"/)
    await pollDuePages({ feeds, now: later(40) })
    const requests = open.lab.requests.filter(({ server }) => server === 'www.replicatestatus.com')
    expect(requests.map(({ headerNames }) => headerNames.includes('if-none-match'))).toEqual([false, true])
    const second = await open.world.db.statusPage.findUniqueOrThrow({ where: { url } })
    expect(second).toMatchObject({ state: 'operational', etag: first.etag, changedAt: first.changedAt, failures: 0 })
    expect(second.readAt?.getTime()).toBeGreaterThan(first.readAt?.getTime() ?? 0)
  })

  it.each<[StatusFault, RegExp]>([
    ['tooMany', /asked less often/],
    ['serverError', /HTTP 500/],
    ['html', /web page came in place/],
    ['huge', /too long/],
  ])(
    'calls a page that answers %s unknown, says since when, and comes back to what it knew',
    async (fault, problem) => {
      const feeds = watch('cohere', { kind: 'statuspage', url: 'https://status.cohere.com/api/v2/summary.json' })
      const url = feeds[0]?.url ?? ''
      await open.world.db.statusPage.deleteMany({ where: { url } })
      open.lab.setStatus('cohere', 'operational')
      await pollDuePages({ feeds })
      open.lab.setStatus('cohere', 'operational', { fault })
      const failedAt = later(40)
      expect(await pollDuePages({ feeds, now: failedAt })).toMatchObject([{ from: 'operational', to: 'unknown' }])
      const failing = await open.world.db.statusPage.findUniqueOrThrow({ where: { url } })
      expect(failing).toMatchObject({ failures: 1, failingSince: failedAt, problem: expect.stringMatching(problem) })
      if (fault === 'tooMany')
        expect(failing.dueAt.getTime()).toBeGreaterThanOrEqual(failedAt.getTime() + 15 * MINUTE_MS)
      open.lab.setStatus('cohere', 'operational')
      expect(await pollDuePages({ feeds, now: later(150) })).toMatchObject([{ from: 'unknown', to: 'operational' }])
      expect(await open.world.db.statusPage.findUniqueOrThrow({ where: { url } })).toMatchObject({
        failures: 0,
        failingSince: null,
        problem: null,
      })
    },
  )

  it('waits longer after each failure, though never beyond an hour', async () => {
    const feeds = watch('nobody', { kind: 'statuspage', url: 'https://status.nobody.example/api/v2/summary.json' })
    const url = feeds[0]?.url ?? ''
    const waits: number[] = []
    let now = new Date()
    for (let count = 0; count < 5; count++) {
      await pollDuePages({ feeds, now })
      const { dueAt, failures } = await open.world.db.statusPage.findUniqueOrThrow({ where: { url } })
      expect(failures).toBe(count + 1)
      waits.push((dueAt.getTime() - now.getTime()) / MINUTE_MS)
      now = dueAt
    }
    for (const minutes of waits) {
      expect(minutes).toBeGreaterThanOrEqual(30)
      expect(minutes).toBeLessThanOrEqual(60)
    }
    expect(await open.world.db.statusPage.findUniqueOrThrow({ where: { url } })).toMatchObject({ readAt: null })
  })

  it('asks pages of providers in use every two minutes, the others every half hour', async () => {
    const feeds = watch('groq', groq)
    await pollDuePages({ feeds })
    const before = asked('groqstatus.com')
    await pollDuePages({ feeds, now: later(5) })
    expect(asked('groqstatus.com')).toBe(before)
    const project = await open.world.project()
    const { ctx } = await open.world.member('owner')
    const value = open.lab.issue('groq')
    await createKey(ctx, { project: project.id, environment: 'development', name: 'GROQ_KEY', provider: 'groq', value })
    await pollDuePages({ feeds, now: later(5) })
    expect(asked('groqstatus.com')).toBe(before + 1)
    await pollDuePages({ feeds, now: later(6) })
    expect(asked('groqstatus.com')).toBe(before + 1)
    await pollDuePages({ feeds, now: later(7) })
    expect(asked('groqstatus.com')).toBe(before + 2)
  })

  it('asks each page once where two replicas poll at once, and only one of them tells of the change', async () => {
    const ids = ['fireworks', 'elevenlabs', 'stability', 'cerebras']
    const hosts = ['status.fireworks.ai', 'status.elevenlabs.io', 'status.stability.ai', 'status.cerebras.ai']
    const feeds = watchedFeeds(
      ids.map((id, at) => ({
        id,
        status: { kind: 'statuspage', url: `https://${hosts[at]}/api/v2/summary.json` } as const,
      })),
    )
    for (const round of [0, 40, 80]) {
      const state = round === 40 ? 'outage' : 'operational'
      for (const id of ids) open.lab.setStatus(id, state)
      const found = await Promise.all([1, 2, 3].map(() => pollDuePages({ feeds, now: later(round) })))
      expect(
        found
          .flat()
          .map(({ provider, to }) => `${provider} ${to}`)
          .sort(),
      ).toEqual(ids.map((id) => `${id} ${state}`).sort())
      expect(hosts.map(asked)).toEqual(hosts.map(() => round / 40 + 1))
    }
  })

  it('keeps nothing of an answer whose claim was taken over meanwhile', async () => {
    const feeds = watch('together', { kind: 'betterstack', url: 'https://status.huggingface.co/index.json' })
    const url = feeds[0]?.url ?? ''
    open.lab.setStatus('huggingface', 'outage', { fault: 'hanging' })
    const slow = pollDuePages({ feeds })
    await expect.poll(() => asked('status.huggingface.co')).toBe(1)
    // Another replica finds the claim run out.
    await open.world.db.statusPage.update({ where: { url }, data: { askedAt: later(3), dueAt: later(5) } })
    open.lab.setStatus('huggingface', 'outage')
    expect(await slow).toEqual([])
    expect(await open.world.db.statusPage.findUnique({ where: { url } })).toMatchObject({ readAt: null, failures: 0 })
  })

  it('leaves no audit event, for it is nobody’s action', async () => {
    expect(await open.world.events({ action: 'status.list' })).toEqual([])
  })
})
