import { describe, expect, it } from 'vitest'
import { readFeed } from '#lib/status-pages/readers/read-feed'
import { statusPageHosts } from '../lab/hosts/status-hosts.ts'
import { answerFrom, answerOf, BEGAN, KIND_OF, NOW, told, writtenBy } from './feed-answer.ts'

const pages = statusPageHosts.flatMap((page) =>
  page.form === 'stripe' ? [] : [{ page, feed: { kind: KIND_OF[page.form], url: `https://${page.host}${page.path}` } }],
)
/** One host of each form. */
const forms = [...new Map(pages.map((one) => [one.page.form, one])).values()]
/** Prose tells maintenance from trouble by its title alone, and these two never tell of maintenance. */
const TELLS_MAINTENANCE = ['statuspage', 'lite', 'instatus', 'betterstack', 'onlineornot', 'statusio', 'slack']

describe.each(forms.map((one) => ({ form: one.page.form, ...one })))('a page of the form $form', ({ page, feed }) => {
  const read = async (what: ReturnType<typeof told>) => readFeed(feed, await writtenBy(page, what), NOW)

  it('is operational where it reports nothing', async () => {
    expect(await read(told('operational'))).toMatchObject({ state: 'operational', incidents: [] })
  })

  it('reports an outage, and the incident with its title, its start and where it can be read', async () => {
    const reading = await read(told('outage'))
    // Without impacts and components a feed says no more than that something is wrong.
    expect(reading?.state).toBe(page.form === 'awsRss' ? 'degraded' : 'outage')
    expect(reading?.incidents).toEqual([
      expect.objectContaining({ title: expect.stringContaining('API requests are failing'), startedAt: BEGAN }),
    ])
    expect(reading?.incidents[0]).not.toHaveProperty('resolvedAt')
    expect(reading?.incidents[0]?.url ?? 'https://none').toMatch(/^https:\/\//)
  })

  it('tells what is slow from what is down', async () => {
    expect((await read(told('degraded', { title: 'Elevated error rates' })))?.state).toBe('degraded')
  })

  it('is operational again once everything is over', async () => {
    const endedAt = new Date('2026-06-01T11:50:00Z')
    const reading = await read(told('operational', { endedAt }))
    expect(reading?.state).toBe('operational')
    expect(reading?.incidents.filter(({ resolvedAt }) => !resolvedAt)).toEqual([])
  })

  it('is never read as healthy from a web page, an empty answer, an error or another form', async () => {
    const strange = [
      await answerOf('<!doctype html><title>All Systems Operational</title>', 'text/html'),
      await answerOf('', 'application/json'),
      await answerOf('{"status":', 'application/json'),
      await answerOf({ message: 'Not Found' }),
      await answerOf([{ unrelated: true }]),
      await answerOf('null'),
      await answerFrom({ type: 'application/octet-stream', bytes: Buffer.from([0, 1, 2, 3]) }),
      { ...(await writtenBy(page, told('operational'))), status: 503 },
      { ...(await writtenBy(page, told('operational'))), truncated: true },
    ]
    expect(strange.map((answer) => readFeed(feed, answer, NOW))).toEqual(strange.map(() => null))
  })
})

describe.each(forms.filter(({ page }) => TELLS_MAINTENANCE.includes(page.form)))(
  'a page of $page.host',
  ({ page, feed }) => {
    it('knows maintenance, which is no outage', async () => {
      const reading = readFeed(feed, await writtenBy(page, told('maintenance', { title: 'Database upgrade' })), NOW)
      expect(reading).toMatchObject({ state: 'maintenance', incidents: [{ impact: 'maintenance' }] })
    })
  },
)

describe('a page with parts left out', () => {
  const statuspage = { kind: 'statuspage' as const, url: 'https://status.example.com/api/v2/summary.json' }
  const read = async (body: unknown) => readFeed(statuspage, await answerOf(body), NOW)

  it('goes by its components where it has no indicator', async () => {
    expect(await read({ components: [{ name: 'API', status: 'partial_outage' }], incidents: [] })).toMatchObject({
      state: 'degraded',
    })
  })

  it('does not take a word that nobody knows for health', async () => {
    const components = [{ name: 'API', status: 'on_fire' }]
    expect(await read({ status: { indicator: 'apocalypse' }, components })).toMatchObject({
      components: [{ name: 'API', state: 'unknown' }],
    })
    expect(await read({ status: { indicator: 'apocalypse' } })).toBeNull()
  })

  it('keeps the incident whose times are missing, in the future or nonsense', async () => {
    const incidents = ['', 'yesterday', '9999-01-01T00:00:00Z', null, {}].map((created_at, index) => {
      return { id: String(index), name: 'Odd', status: 'investigating', created_at }
    })
    const reading = await read({ incidents })
    expect(reading?.incidents).toHaveLength(5)
    expect(reading?.incidents.map(({ startedAt }) => startedAt)).toEqual(incidents.map(() => NOW))
  })

  it('counts a mended incident that is only watched as slow, not as down', async () => {
    const incidents = [{ id: '1', name: 'Down', status: 'monitoring', impact: 'critical' }]
    expect(await read({ incidents, components: [] })).toMatchObject({ state: 'degraded' })
  })
})
