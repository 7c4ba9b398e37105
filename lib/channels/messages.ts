import type { Warning } from '#lib/warnings/schema'

export interface Told {
  /** Of the delivery: the same however often it is tried. */
  id: string
  event: 'raised' | 'resolved'
  warning: Warning
  url: string
}

const MOST_LISTED = 20
const MARK = { info: 'ℹ️', warn: '⚠️', fail: '🔴' } as const

function lineOf({ event, warning }: Told): string {
  return `${event === 'resolved' ? '✅ Over: ' : `${MARK[warning.level]} `}${warning.title}`
}

/** Text that Slack would take for a link, a mention or a mark-up is text. */
function slackText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** One message, of one warning or of many. https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
export function slackMessage(told: readonly Told[]): object {
  const listed = told.slice(0, MOST_LISTED)
  const text = told.length === 1 ? lineOf(told[0] as Told) : `${told.length} warnings`
  const blocks = listed.map((each) => ({
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: `*<${each.url}|${slackText(lineOf(each)).replaceAll('|', '¦')}>*\n${slackText(each.warning.detail)}`.slice(
        0,
        2900,
      ),
    },
  }))
  const more = told.length - listed.length
  const rest = more > 0 ? [{ type: 'section', text: { type: 'plain_text', text: `And ${more} more.` } }] : []
  return { text: slackText(text), blocks: [...blocks, ...rest] }
}

/** Nothing of the text becomes a link. */
function teamsText(text: string): string {
  return text.replaceAll('](', '] (')
}

/** An Adaptive Card, as the workflow “When a Teams webhook request is received” takes it. */
export function teamsMessage(told: readonly Told[]): object {
  const listed = told.slice(0, MOST_LISTED)
  const text = (value: string, more: object = {}) => ({ type: 'TextBlock', text: value, wrap: true, ...more })
  const body = listed.flatMap((each) => [
    text(teamsText(lineOf(each)), { weight: 'Bolder' }),
    text(`${teamsText(each.warning.detail)} [Look](${each.url})`, { isSubtle: true, spacing: 'None' }),
  ])
  const more = told.length - listed.length
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [...body, ...(more > 0 ? [text(`And ${more} more.`)] : [])],
  }
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] }
}

/** https://developer.pagerduty.com/docs/send-alert-event: the warning's id lets a second event join the first. */
export function pagerDutyEvent(routingKey: string, { event, warning, url }: Told): object {
  const severity = { info: 'info', warn: 'warning', fail: 'critical' }[warning.level]
  const payload = {
    summary: warning.title.slice(0, 1024),
    source: 'claviger',
    severity,
    class: warning.kind,
    timestamp: warning.raisedAt,
    custom_details: { detail: warning.detail, dueAt: warning.dueAt },
  }
  return {
    routing_key: routingKey,
    event_action: event === 'resolved' ? 'resolve' : 'trigger',
    dedup_key: warning.id,
    ...(event === 'resolved' ? {} : { payload, links: [{ href: url, text: 'Open in Claviger' }] }),
  }
}

/** What a webhook receives; its signature is that of Standard Webhooks. */
export function webhookEvent({ event, warning, url }: Told): object {
  return { type: `warning.${event}`, timestamp: new Date().toISOString(), data: { ...warning, url } }
}
