import { exchange } from '#lib/outbound/exchange'
import { LIMITS } from '#lib/outbound/limits'
import type { OutboundPolicy } from '#lib/outbound/policy'
import { readRetryAfter } from '#lib/pairing/read-retry-after'
import type { Answer, StatusFeed } from '#lib/providers/provider'
import { readFeed } from './readers/read-feed.ts'
import type { StatusReading } from './readers/reading.ts'

export interface AskedPage extends Pick<StatusFeed, 'kind' | 'url'> {
  etag: string | null
  lastModified: string | null
}

export type PageAnswer =
  | { outcome: 'read'; reading: StatusReading; etag: string | null; lastModified: string | null }
  | { outcome: 'unchanged' }
  | { outcome: 'failed'; problem: string; retryAt?: Date }

const MEBIBYTE = 1024 * 1024
/** Google's feed holds years, and AWS lists every event of every region. */
const MOST_BYTES: Partial<Record<StatusFeed['kind'], number>> = { google: 16 * MEBIBYTE, aws: 8 * MEBIBYTE }
const USUAL_MOST_BYTES = 2 * MEBIBYTE
const PAGE_LIMITS = { ...LIMITS, totalMs: 30_000, headersMs: 10_000, bodyMs: 15_000 }
const ACCEPT = 'application/json, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.1'

/** Asks a status page whether it has something new. Never throws for what a network or a page does: that is the finding. */
export async function askPage(page: AskedPage, policy: OutboundPolicy, now: Date): Promise<PageAnswer> {
  const bodyBytes = MOST_BYTES[page.kind] ?? USUAL_MOST_BYTES
  const conditions = {
    ...(page.etag ? { 'if-none-match': page.etag } : {}),
    ...(page.lastModified ? { 'if-modified-since': page.lastModified } : {}),
  }
  const { answer, failure } = await exchange(
    { method: 'GET', url: page.url, headers: { accept: ACCEPT, ...conditions }, target: 'provider', secrets: [] },
    policy,
    { ...PAGE_LIMITS, bodyBytes },
  )
  if (!answer) return failed(failure?.message ?? 'The page gave no answer.')
  if (answer.status === 304 && Object.keys(conditions).length > 0) return { outcome: 'unchanged' }
  const reading = readSafely(page, answer, now)
  if (!reading) return { ...failed(whatIsWrong(answer)), ...retryAtOf(answer, now) }
  return { outcome: 'read', reading, ...validatorsOf(answer) }
}

/** A feed is made by strangers: one that a reader stumbles over is unreadable, and no fault of the others. */
function readSafely(page: AskedPage, answer: Answer, now: Date): StatusReading | null {
  try {
    return readFeed(page, answer, now)
  } catch {
    return null
  }
}

function failed(problem: string) {
  return { outcome: 'failed' as const, problem: problem.slice(0, 500) }
}

function retryAtOf(answer: Answer, now: Date): { retryAt?: Date } {
  const retryAt = readRetryAfter(answer, now)
  return retryAt ? { retryAt } : {}
}

function whatIsWrong({ status, truncated, kind }: Answer): string {
  if (status === 429) return 'The page asks to be asked less often (HTTP 429).'
  if (status !== 200) return `The page answered with HTTP ${status}.`
  if (truncated) return 'The page’s answer is too long, or came too slowly, to be read whole.'
  if (kind === 'html') return 'A web page came in place of the page’s data.'
  return 'The page’s answer does not have the form that is known of it.'
}

/** Sent back word for word next time, so only what has the form of a validator is kept. */
function validatorsOf({ headers }: Answer): { etag: string | null; lastModified: string | null } {
  const etag = /^(W\/)?"[!#-~]{0,200}"$/.exec(headers.etag ?? '')?.[0] ?? null
  const lastModified = /^[A-Za-z0-9 ,:]{10,60}$/.exec(headers['last-modified'] ?? '')?.[0] ?? null
  return { etag, lastModified }
}
