import type { Answer } from '#lib/providers/provider'
import { isRecord } from '#lib/providers/read-error'

const LONGEST_MS = 31 * 24 * 60 * 60 * 1000

/** When the other side asks to try again: Retry-After in seconds or as a date (RFC 9110), else a reset header, else the body. */
export function readRetryAfter({ headers, json }: Answer, now: Date): Date | undefined {
  const named = headers['retry-after']?.trim()
  const milliseconds = headers['retry-after-ms']?.trim()
  if (milliseconds && /^\d+(\.\d+)?$/.test(milliseconds))
    return within(new Date(now.getTime() + Number(milliseconds)), now)
  if (named && /^\d+(\.\d+)?$/.test(named)) return within(new Date(now.getTime() + Number(named) * 1000), now)
  if (named) return within(new Date(named), now)
  const reset = headers['x-ratelimit-reset'] ?? headers['ratelimit-reset']
  if (!reset || !/^\d+(\.\d+)?$/.test(reset)) return fromBody(json, now)
  const value = Number(reset)
  return within(new Date(value > 1e12 ? value : value > 1e9 ? value * 1000 : now.getTime() + value * 1000), now)
}

/** Discord’s `retry_after`, Telegram’s `parameters.retry_after`: seconds. */
function fromBody(json: unknown, now: Date): Date | undefined {
  const [seconds] = [json, isRecord(json) ? json.parameters : undefined]
    .map((part) => (isRecord(part) ? part.retry_after : undefined))
    .filter((part) => typeof part === 'number')
  return seconds === undefined ? undefined : within(new Date(now.getTime() + seconds * 1000), now)
}

function within(date: Date, now: Date): Date | undefined {
  const ahead = date.getTime() - now.getTime()
  return Number.isNaN(ahead) || ahead < -60_000 || ahead > LONGEST_MS ? undefined : date
}
