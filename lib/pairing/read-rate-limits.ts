import type { Answer } from '#lib/providers/provider'

/** `x-ratelimit-limit`, `anthropic-ratelimit-…`, `x-sentry-rate-limit-…`, and Shopify’s own. */
const LIMIT_HEADER = /(^|-)rate-?limit(-|$)|^x-shopify-shop-api-call-limit$|^retry-after(-ms)?$/

/** Every header that speaks of limits, under its own name; numbers as numbers. */
export function readRateLimits({ headers }: Answer): Record<string, string | number> {
  const entries = Object.entries(headers).filter(([name]) => LIMIT_HEADER.test(name))
  return Object.fromEntries(
    entries
      .slice(0, 40)
      .map(([name, value]) => [name, /^-?\d{1,15}(\.\d{1,9})?$/.test(value) ? Number(value) : value.slice(0, 200)]),
  )
}

/** Names of limits of which nothing, or less than a twentieth, is left. */
export function nearlyUsedUp(limits: Record<string, string | number>): string[] {
  return Object.entries(limits).flatMap(([name, remaining]) => {
    if (typeof remaining !== 'number' || !name.includes('remaining')) return []
    const limit = limits[name.replace('remaining', 'limit')]
    return remaining <= 0 || (typeof limit === 'number' && remaining < limit / 20) ? [name] : []
  })
}
