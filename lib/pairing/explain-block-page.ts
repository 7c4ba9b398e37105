import type { Answer } from '#lib/providers/provider'
import type { Explanation } from './explanation.ts'
import { inspectionProduct } from './inspection-product.ts'

interface Asked {
  host: string
  /** Other hosts of the same provider: a redirect to one of them is a move, no sign-in. */
  ownHosts?: readonly string[]
  /** Headers that only the real provider sends, lower case. */
  fingerprintHeaders?: readonly string[]
}

export const BLOCK_WORDS =
  /captive[ -]?portal|access (to this (site|page|url|website)|denied)|(page|site|website|url|request) (is|has been|was) (blocked|denied|restricted|filtered)|blocked by|web ?filter|content filter|security policy|acceptable use|sign in to (continue|the network|your)|log ?in to (continue|the network)|network (login|sign-?in|authentication)|accept the terms|please (sign|log) in|forbidden by (rule|policy)|proxy error/i
/** What a filter says even with a 5xx; a server that fails speaks of proxies and of signing in as well. */
const PLAIN_BLOCK_WORDS =
  /captive[ -]?portal|(page|site|website|url) (is|has been|was) (blocked|filtered)|blocked by (your|the) (network|administrator|organi[sz]ation)|web ?filter|acceptable use/i
const SIGN_IN_PATH = /log[-_]?in|sign[-_]?in|portal|auth|sso|saml|blocked?|denied|captive/i

/**
 * Whether a sign-in page, firewall or web filter answered in the provider's place; null when nothing says so.
 * A bare 404, 5xx or redirect within the host is left alone: a wrong base URL and an outage look like that too.
 */
export function explainBlockPage(
  answer: Answer,
  { host, ownHosts = [], fingerprintHeaders = [] }: Asked,
): Explanation | null {
  if (fingerprintHeaders.some((name) => answer.headers[name.toLowerCase()] !== undefined)) return null
  const evidence = { status: answer.status, contentType: answer.headers['content-type'] ?? null }
  const found = (
    confidence: Explanation['confidence'],
    because: string,
    more: Explanation['evidence'] = {},
  ): Explanation => ({
    verdict: 'block_page',
    confidence,
    nearTwin: confidence === 'proven' ? undefined : 'base_url_wrong',
    cause: [because, 'None of the marks that the provider itself puts on its answers is there.'],
    evidence: { ...evidence, ...more },
  })
  if (answer.status === 511) return found('proven', 'The status 511 means that the network here wants a sign-in first.')
  const elsewhere = otherHost(answer, host, ownHosts)
  if (elsewhere) {
    const isSignIn = SIGN_IN_PATH.test(answer.headers.location ?? '')
    return found(
      'likely',
      `The answer sends the caller to ${elsewhere}${isSignIn ? ', to what looks like a sign-in' : ''}. It was not followed.`,
      { location: answer.headers.location ?? null },
    )
  }
  if (answer.kind !== 'html') return null
  const product = inspectionProduct(answer.text)
  if (product)
    return found(
      'proven',
      `An HTML page that names ${product}, a product that filters traffic, came back from the address of an API.`,
      { product },
    )
  if ((answer.status < 500 ? BLOCK_WORDS : PLAIN_BLOCK_WORDS).test(answer.text))
    return found('likely', 'An HTML page that speaks of a block or a sign-in came back from the address of an API.')
  const { status } = answer
  const isBare = (status >= 300 && status < 400) || status === 404 || status === 405 || status >= 500
  return isBare ? null : found('likely', 'An HTML page came back from the address of an API.')
}

/** The host that a redirect leads to, unless it is of the same domain or the same provider. */
function otherHost(answer: Answer, host: string, ownHosts: readonly string[]): string | undefined {
  if (answer.status < 300 || answer.status > 399) return undefined
  const to = URL.parse(answer.headers.location ?? '')?.hostname
  const from = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  if (!to || to === from || to.endsWith(`.${from}`) || from.endsWith(`.${to}`)) return undefined
  if (ownHosts.includes(to) || domainOf(to) === domainOf(from)) return undefined
  return to
}

/** Two shops of one platform, or two hosts of one company; addresses are never of one domain. */
function domainOf(host: string): string {
  const labels = host.split('.')
  return /^[\d.]+$|:/.test(host) || labels.length < 3 ? host : labels.slice(-2).join('.')
}
