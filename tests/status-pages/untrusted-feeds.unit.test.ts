import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUS_FEED_KINDS } from '#lib/providers/provider'
import { readFeed } from '#lib/status-pages/readers/read-feed'
import { readXml } from '#lib/status-pages/readers/read-xml'
import { statusPageHosts } from '../lab/hosts/status-hosts.ts'
import { answerOf, KIND_OF, NOW, told, writtenBy } from './feed-answer.ts'

const statuspage = { kind: 'statuspage' as const, url: 'https://status.example.com/api/v2/summary.json' }
const rss = { kind: 'rss' as const, url: 'https://status.example.com/feed.rss' }
const channel = (items: string) => `<rss version="2.0"><channel><title>x</title>${items}</channel></rss>`
const item = (title: string, body = '', more = '') =>
  `<item><title>${title}</title><description><![CDATA[${body}]]></description><pubDate>${NOW.toUTCString()}</pubDate>${more}</item>`
const readRss = async (text: string) => readFeed(rss, await answerOf(text, 'application/rss+xml'), NOW)

const jsonForms = [...new Map(statusPageHosts.map((page) => [page.form, page])).values()].flatMap((page) =>
  ['rss', 'atom', 'awsRss'].includes(page.form) || page.form === 'stripe'
    ? []
    : [{ page, form: page.form, feed: { kind: KIND_OF[page.form], url: `https://${page.host}` } }],
)

type Place = (string | number)[]

/** Where something stands in a document, the document itself first. */
function placesIn(value: unknown): Place[] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [[], ...inside.flatMap(([name, each]) => placesIn(each).map((place) => [name, ...place]))]
}

function put(document: unknown, [name, ...rest]: Place, value: unknown): unknown {
  if (name === undefined) return value
  const inside = document as Record<string | number, unknown>
  inside[name] = put(inside[name], rest, value)
  return document
}

describe('a feed made by strangers', () => {
  it.each(jsonForms)(
    'does not make the reader of $form stumble, whatever stands at whichever place',
    async ({ page, feed }) => {
      const whole = (await writtenBy(page, told('outage'))).json
      const good = Array.isArray(whole) ? whole.slice(0, 2) : whole
      const odd = [
        null,
        true,
        -1,
        1e308,
        '',
        'x'.repeat(5000),
        '\u0000\ud800',
        [],
        [[]],
        {},
        { id: {} },
        [null, 1, 'x'],
      ]
      for (const place of placesIn(good)) {
        for (const value of odd) {
          const json = structuredClone(good)
          const reading = readFeed(feed, { ...(await answerOf('{}')), json: put(json, place, value) }, NOW)
          for (const { externalId, startedAt, url } of reading?.incidents ?? []) {
            expect(externalId).not.toBe('')
            expect(Number.isNaN(startedAt.getTime())).toBe(false)
            expect(url ?? 'https:').toMatch(/^https?:/)
          }
        }
      }
    },
  )

  it('is never healthy for being JSON', async () => {
    const kinds = fc.constantFrom(...STATUS_FEED_KINDS)
    await fc.assert(
      fc.asyncProperty(kinds, fc.jsonValue(), async (kind, body) => {
        const isEmptyList = Array.isArray(body) && body.length === 0
        const reading = readFeed({ kind, url: statuspage.url }, await answerOf(body), NOW)
        expect(isEmptyList || reading === null).toBe(true)
      }),
    )
  })

  it('is cut to 50 incidents, open ones first, and to lengths that a page can show', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      id: `i${index}`,
      name: `Incident ${index} ${'long '.repeat(200)}`,
      status: index < 2990 ? 'resolved' : 'investigating',
      created_at: '2026-05-30T00:00:00Z',
      components: index < 2990 ? [] : Array.from({ length: 500 }, () => ({ name: 'c'.repeat(1000) })),
    }))
    const reading = readFeed(statuspage, await answerOf({ incidents: many }), NOW)
    expect(reading?.incidents).toHaveLength(50)
    expect(reading?.incidents.filter(({ resolvedAt }) => !resolvedAt)).toHaveLength(10)
    expect(Math.max(...(reading?.incidents ?? []).map(({ title }) => title.length))).toBeLessThanOrEqual(300)
    expect(reading?.incidents[0]?.components.every((name) => name.length <= 100)).toBe(true)
  })

  it('cannot put a script into a link, or what no database takes into a title', async () => {
    const incidents = [
      { id: '1', name: 'a\u0000b\u202ec\ud800', shortlink: 'javascript:alert(1)' },
      { id: '2', name: 'data', shortlink: 'data:text/html,x' },
      { id: '3', name: 'user', shortlink: 'https://user:pass@host.example/' },
      { id: '4', name: 'own', shortlink: '/incidents/4' },
    ]
    const reading = readFeed(statuspage, await answerOf({ incidents }), NOW)
    const byId = new Map(reading?.incidents.map((each) => [each.externalId, each]))
    expect(['1', '2', '3', '4'].map((id) => byId.get(id)?.url)).toEqual([
      null,
      null,
      null,
      'https://status.example.com/incidents/4',
    ])
    expect(byId.get('1')?.title).toBe('a b c\ufffd')
  })

  it('tells the same incident only once', async () => {
    const incidents = [
      { id: '1', name: 'One' },
      { id: '1', name: 'One again' },
    ]
    expect(readFeed(statuspage, await answerOf({ incidents }), NOW)?.incidents).toHaveLength(1)
  })
})

describe('XML', () => {
  it('expands no entity of its own making, however it is declared', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;"><!ENTITY file SYSTEM "file:///etc/passwd">]>`
    const reading = await readRss(bomb + channel(item('&lol2; &file; &amp;lt; &#65;')))
    expect(reading?.incidents[0]?.title).toBe('&lol2; &file; < A')
  })

  it('takes markup in a text for text, and a cut-off document for none', async () => {
    expect(
      (await readRss(channel(item('Down', '<b>Investigating</b> <script>x</script>'))))?.incidents[0],
    ).toMatchObject({
      title: 'Down',
      status: 'investigating',
    })
    expect(await readRss(channel(item('Down')).slice(0, -20))).toBeNull()
    expect(readXml('<a><b></a>')).toMatchObject({ name: 'a' })
    expect(readXml('<a></b></a>')).toBeNull()
    expect(readXml('plain')).toBeNull()
  })

  it.each([
    ['an open bracket in a million', '<'.repeat(1_000_000)],
    ['declarations without end', '<!a>'.repeat(250_000)],
    ['comments', '<!---->'.repeat(140_000)],
    ['elements without end', '<a>'.repeat(300_000)],
    ['empty elements', `<rss><channel>${'<item/>'.repeat(150_000)}</channel></rss>`],
    ['ampersands', `<rss><channel><item><title>${'&'.repeat(1_000_000)}</title></item></channel></rss>`],
    ['attributes', `<rss ${'a="b" '.repeat(150_000)}><channel/></rss>`],
  ])('is read in one pass: %s of a megabyte costs no more than another megabyte', async (_, text) => {
    const cost = async (what: string) => {
      const started = process.cpuUsage()
      await readRss(what)
      const { user, system } = process.cpuUsage(started)
      return (user + system) / 1000
    }
    // Quadratic reading of a megabyte takes minutes; a bound this wide holds on any machine.
    expect(await cost(text)).toBeLessThan(5_000)
  })

  it('reads the words of a feed: what is over, what is planned, and what is old without a word', async () => {
    const at = (days: number) =>
      `<guid>${days}</guid><pubDate>${new Date(NOW.getTime() - days * 86_400_000).toUTCString()}</pubDate>`
    const bare = (title: string, days: number, body = '') =>
      `<item><title>${title}</title><description>${body}</description>${at(days)}</item>`
    const state = async (...items: string[]) => (await readRss(channel(items.join(''))))?.state
    expect(await state(bare('Errors', 0.1, 'Resolved: fixed. Investigating: looking'))).toBe('operational')
    expect(await state(bare('Errors', 0.1, 'Monitoring: fixed. Investigating: looking'))).toBe('degraded')
    expect(await state(bare('Upgrade', 0.1, 'Scheduled: next week'))).toBe('operational')
    expect(await state(bare('API outage', 0.1))).toBe('outage')
    expect(await state(bare('API outage', 3))).toBe('operational')
    expect(await state(bare('API outage', 3, 'Investigating'))).toBe('outage')
    expect(await state(bare('API outage', 9, 'Investigating'))).toBe('operational')
    expect(await state()).toBe('operational')
  })
})
