import type { Channel } from '#lib/db/generated/client'
import { exchange } from '#lib/outbound/exchange'
import { runtime } from '#lib/server/runtime'
import { openChannel } from './channel-secret.ts'
import { pagerDutyEvent, slackMessage, type Told, teamsMessage, webhookEvent } from './messages.ts'
import { signWebhook } from './sign-webhook.ts'

const PAGERDUTY = 'https://events.pagerduty.com/v2/enqueue'

export type Sent = { problem: null } | { problem: string; retryAfterSeconds?: number; isGone?: boolean }

/** Tells one channel: Slack and Teams of many in one message, the others of one. Null as problem where it took it. */
export async function sendToChannel(channel: Channel, told: readonly [Told, ...Told[]]): Promise<Sent> {
  const { url, key } = openChannel(channel.id, channel.sealed)
  const first = told[0]
  switch (channel.kind) {
    case 'slack':
      return post(url, [url], slackMessage(told))
    case 'teams':
      return post(url, [url], teamsMessage(told))
    case 'pagerduty':
      return post(url || PAGERDUTY, [key ?? ''], pagerDutyEvent(key ?? '', first))
    default: {
      const body = JSON.stringify(webhookEvent(first))
      return post(url, [key ?? ''], body, signWebhook(key ?? '', first.id, body, new Date()))
    }
  }
}

async function post(
  url: string,
  secrets: string[],
  body: object | string,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const { answer, failure } = await exchange(
    {
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      target: 'custom',
      secrets: secrets.filter((secret) => secret.length >= 8),
    },
    runtime().outbound,
  )
  if (!answer) return { problem: failure?.message ?? 'It gave no answer.' }
  if (answer.status >= 200 && answer.status < 300) return { problem: null }
  const seconds = Number(answer.headers['retry-after'])
  return {
    problem: `It answered with HTTP ${answer.status}.`,
    ...(Number.isFinite(seconds) && seconds > 0 ? { retryAfterSeconds: Math.min(seconds, 3600) } : {}),
    isGone: answer.status === 410,
  }
}
