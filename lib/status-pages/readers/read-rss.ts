import type { Answer } from '#lib/providers/provider'
import { incidentsOf, type Told } from './incidents-of.ts'
import { readXml, unescapeXml, type XmlElement } from './read-xml.ts'
import { type Impact, type StatusReading, stateOfIncident, worstOf } from './reading.ts'
import { lineOf, momentOf } from './untrusted.ts'

const MOST_ITEMS = 500
const DAY_MS = 24 * 60 * 60_000
/** An item that never says that it is over is taken as over after this time: not every feed posts an end. */
const LONGEST_MS = 7 * DAY_MS

/** The latest update stands first in every feed that was looked at, so the first of these words is how an item stands. */
const STEPS =
  /\b(resolved|completed|operating normally|recovered|mitigated|monitoring|identified|investigating|in progress|scheduled)\b/i
const OVER = /^(resolved|completed|operating normally|recovered|mitigated)$/i
const OVER_IN_TITLE = /^service is operating normally\b|\[resolved\]/i

/**
 * RSS or Atom of any status page. A feed is prose: how an item stands is read from its words, and one without such a
 * word counts for a day. A feed without items reports nothing, which is health (Azure's).
 */
export function readRss({ text, kind }: Answer, now: Date, page: string): StatusReading | null {
  const root = kind === 'text' || kind === 'html' ? readXml(text) : null
  const channel = root && isFeed(root) ? (root.children.find(({ name }) => name === 'channel') ?? root) : null
  if (!root || !channel) return null
  // RSS 1.0 puts its items beside the channel.
  const items = [...channel.children, ...(channel === root ? [] : root.children)]
    .filter(({ name }) => name === 'item' || name === 'entry')
    .slice(0, MOST_ITEMS)
  const told = latestOfEach(items.flatMap((item) => toTold(item, now)))
  const incidents = incidentsOf(told, now, page)
  return { state: worstOf(['operational', ...incidents.map(stateOfIncident)]), components: [], incidents }
}

function isFeed({ name }: XmlElement): boolean {
  return ['rss', 'feed', 'rdf:RDF'].includes(name)
}

/** AWS posts each update as an item of its own; its ids differ in the time alone. The first item is the latest. */
function latestOfEach(items: Told[]): Told[] {
  const byId = new Map<unknown, Told>()
  for (const item of items) {
    const id = String(item.id).replace(/_\d{9,11}$/, '')
    if (!byId.has(id)) byId.set(id, { ...item, id })
  }
  return [...byId.values()]
}

function toTold(item: XmlElement, now: Date): Told[] {
  const title = textOf(item, 'title')
  const body = ['description', 'content', 'content:encoded', 'summary'].map((name) => textOf(item, name)).join(' ')
  const step = stepOf(title, body)
  if (step === 'scheduled') return []
  const started = textOf(item, 'pubDate') || textOf(item, 'published') || textOf(item, 'dc:date')
  const updated = textOf(item, 'updated') || started
  const age = now.getTime() - (momentOf(updated, now)?.getTime() ?? 0)
  const told = {
    id: textOf(item, 'guid') || textOf(item, 'id') || linkOf(item) || title,
    title,
    impact: impactIn(title, body),
    status: step,
    url: linkOf(item),
    components: item.children.filter(({ name }) => name === 'category').map(({ text }) => text),
    started,
    updated,
    isOver: (step !== undefined && OVER.test(step)) || age > (step ? LONGEST_MS : DAY_MS),
  }
  return [told]
}

function stepOf(title: string, body: string): string | undefined {
  if (OVER_IN_TITLE.test(title)) return 'resolved'
  return (STEPS.exec(body) ?? STEPS.exec(title))?.[1]?.toLowerCase()
}

function impactIn(title: string, body: string): Impact {
  if (/\bmaintenance\b/i.test(title)) return 'maintenance'
  if (/\b(degraded|degradation|elevated|partial|intermittent|slow|latency|delay(s|ed)?)\b/i.test(title)) return 'minor'
  return /\b(major outage|full outage|outage|down|unavailable|disruption)\b/i.test(`${title} ${body.slice(0, 500)}`)
    ? 'major'
    : 'minor'
}

function linkOf(item: XmlElement): string {
  const link = item.children.find(({ name, attributes }) => name === 'link' && attributes.rel !== 'self')
  return link ? lineOf(link.attributes.href ?? link.text, 500) : ''
}

/** Words without markup: bodies are HTML, escaped or in CDATA. */
function textOf(item: XmlElement, named: string): string {
  const element = item.children.find(({ name }) => name === named)
  const html = element ? `${element.text} ${element.children.map(({ text }) => text).join(' ')}` : ''
  return unescapeXml(html.slice(0, 20_000).replace(/<[^<>]{0,500}>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}
