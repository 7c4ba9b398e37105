import { AppError } from '#lib/errors'

/**
 * A change that a browser's cookie vouches for must come from our own pages. Browsers say so in Sec-Fetch-Site; where
 * that is absent, Origin must name the very host that was asked.
 */
export function requireSameOrigin(headers: Headers): void {
  const site = headers.get('sec-fetch-site')
  if (site === 'same-origin') return
  if (site === null && originHost(headers.get('origin')) === headers.get('host')) return
  throw new AppError('forbidden', 'This request came from another site, so it was refused.')
}

function originHost(origin: string | null): string | null {
  if (!origin || origin === 'null' || !URL.canParse(origin)) return null
  return new URL(origin).host
}
