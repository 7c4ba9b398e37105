import { readAnswer } from '#lib/outbound/read-answer'
import { makeScrubber } from '#lib/outbound/scrub'
import type { Answer, StatusFeed } from '#lib/providers/provider'
import { type StatusBody, type Told, writeStatus } from '../lab/hosts/status-forms.ts'
import type { StatusForm, StatusHost } from '../lab/hosts/status-hosts.ts'

export const NOW = new Date('2026-06-01T12:00:00Z')
export const BEGAN = new Date('2026-06-01T11:20:00Z')

/** Which reader a form of the lab's pages is for. Stripe's own has none: its Statuspage is read. */
export const KIND_OF: Record<Exclude<StatusForm, 'stripe'>, StatusFeed['kind']> = {
  statuspage: 'statuspage',
  lite: 'statuspage',
  instatus: 'instatus',
  betterstack: 'betterstack',
  onlineornot: 'onlineornot',
  statusio: 'statusio',
  rss: 'rss',
  atom: 'rss',
  google: 'google',
  awsEvents: 'aws',
  awsRss: 'aws',
  slack: 'slack',
}

/** An answer as the outbound module hands it over, from the bytes that a page sends. */
export function answerFrom({ type, bytes }: StatusBody, status = 200): Promise<Answer> {
  const raw = { status, headers: { 'content-type': type }, bytes, truncated: false }
  return readAnswer(raw, makeScrubber([]), 8 * 1024 * 1024)
}

export function answerOf(body: unknown, type = 'application/json'): Promise<Answer> {
  return answerFrom({ type, bytes: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) })
}

export function told(state: Told['state'], more: Partial<Told> = {}): Told {
  return { state, title: 'API requests are failing', component: 'API', startedAt: BEGAN, ...more }
}

export const writtenBy = (page: StatusHost, what: Told) => answerFrom(writeStatus(page, what))
