import type { StatusBody, Told } from './status-forms.ts'
import type { StatusHost } from './status-hosts.ts'

const xml = (type: string, lines: string[]): StatusBody => {
  return { type, bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`) }
}
const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The latest update first, as HTML in the description: so do Statuspage, incident.io and Checkly. */
function story({ startedAt, endedAt, state }: Told): string {
  const began = `<p><small>${startedAt.toUTCString()}</small><br><strong>Investigating</strong> - We are looking into ${state === 'outage' ? 'an outage' : 'slow answers'}.</p>`
  return endedAt
    ? `<p><small>${endedAt.toUTCString()}</small><br><strong>Resolved</strong> - This incident has been resolved.</p>${began}`
    : began
}

const nothing = ({ state, endedAt }: Told) => state === 'operational' && !endedAt

export function writeRss({ host, name }: StatusHost, told: Told): StatusBody {
  const { title, startedAt, component } = told
  const item = [
    '<item>',
    `<title>${escapeXml(title)}</title>`,
    `<description><![CDATA[${story(told)}]]></description>`,
    `<category>${escapeXml(component)}</category>`,
    `<pubDate>${startedAt.toUTCString()}</pubDate>`,
    `<link>https://${host}/incidents/lab</link>`,
    `<guid isPermaLink="false">https://${host}/incidents/lab</guid>`,
    '</item>',
  ]
  return xml('application/rss+xml; charset=utf-8', [
    '<rss version="2.0"><channel>',
    `<title>${escapeXml(name)} status</title><link>https://${host}</link><description>What happened</description>`,
    ...(nothing(told) ? [] : item),
    '</channel></rss>',
  ])
}

export function writeAtom({ host, name }: StatusHost, told: Told): StatusBody {
  const { title, startedAt, endedAt } = told
  const entry = [
    '<entry>',
    `<id>tag:${host},2026:Incident/lab</id>`,
    `<published>${startedAt.toISOString()}</published>`,
    `<updated>${(endedAt ?? startedAt).toISOString()}</updated>`,
    `<link rel="alternate" type="text/html" href="https://${host}/incidents/lab"/>`,
    `<title>${escapeXml(title)}</title>`,
    `<content type="html">${escapeXml(story(told))}</content>`,
    '</entry>',
  ]
  return xml('application/atom+xml; charset=utf-8', [
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<title>${escapeXml(name)} status</title><id>tag:${host},2026:/history</id>`,
    ...(nothing(told) ? [] : entry),
    '</feed>',
  ])
}

/** Every update is an item of its own, the latest first; only the number at the end of their ids differs. */
export function writeAwsRss({ host }: StatusHost, told: Told): StatusBody {
  const { title, component, startedAt, endedAt } = told
  const item = (words: string, at: Date) => [
    '<item>',
    `<title><![CDATA[${words}]]></title>`,
    `<link>https://${host}/</link>`,
    `<pubDate>${at.toUTCString()}</pubDate>`,
    `<guid isPermaLink="false">https://${host}/#bedrock-us-east-1_${Math.floor(at.getTime() / 1000)}</guid>`,
    `<description><![CDATA[We are investigating ${component} in the US-EAST-1 Region.]]></description>`,
    '</item>',
  ]
  return xml('application/rss+xml', [
    '<rss version="2.0"><channel><title><![CDATA[Amazon Web Services Service Status]]></title>',
    ...(endedAt ? item(`Service is operating normally: [RESOLVED] ${title}`, endedAt) : []),
    ...(nothing(told) ? [] : item(`Service impact: ${title}`, startedAt)),
    '</channel></rss>',
  ])
}
