import { companyOf } from '#lib/providers/company-of'
import { hostsOf } from '#lib/providers/owner-of-host'
import { BLOCK_WORDS, explainBlockPage } from './explain-block-page.ts'
import { inspectionProduct } from './inspection-product.ts'
import { type Asked, type PlainReading, say } from './plain-reading.ts'

const CHALLENGE = /just a moment|attention required|checking your browser|cf-chl|captcha|you have been blocked/i
const REFRESH = /http-equiv=["']?refresh|_incapsula_|captcha/i
const OF_COUNTRIES = /countr(y|ies)\b|\bunsupported[-_](region|territor)/i
const LOGIN_PATH = /log[-_]?in|sign[-_]?in|\bsso\b|\/auth\b|portal|block|captive/i

/** Cloudflare stands in front of many providers: its page means that this address was turned away before the API. */
export function edgePage({ answer, status }: Asked): PlainReading | null {
  if (answer.kind !== 'html' || !(answer.headers['cf-ray'] || /cloudflare/i.test(answer.headers.server ?? '')))
    return null
  const isChallenge = CHALLENGE.test(answer.text)
  if (status === 429 || ((status === 404 || status === 405 || status >= 500) && !isChallenge)) return null
  return say(
    'block_page',
    'likely',
    `A web page of Cloudflare, which stands in front of the provider, came back instead of an answer of the API (HTTP ${status}): it turned this address away, or asks it to prove that a person is there.`,
  )
}

/** Behind an address of one's own, a page that nothing marks as a filter's is most likely the server's own interface. */
export function webInterface({ answer, status, provider }: Asked): PlainReading | null {
  if (answer.kind !== 'html' || status < 200 || status > 299 || provider.baseUrl !== null) return null
  if (inspectionProduct(answer.text) || BLOCK_WORDS.test(answer.text) || REFRESH.test(answer.text)) return null
  return say(
    'base_url_wrong',
    'likely',
    `A web page came back (HTTP ${status}), such as servers show to people: the API is under another path, or at another address.`,
  )
}

export function blockPage({ answer, status, askedHost, provider }: Asked): PlainReading | null {
  const found =
    status === 429
      ? null
      : explainBlockPage(answer, {
          host: askedHost,
          ownHosts: hostsOf(provider),
          fingerprintHeaders: provider.fingerprintHeaders,
        })
  return found && say(found.verdict, found.confidence, found.cause.join(' '))
}

export function redirect({ answer, status }: Asked): PlainReading | null {
  if (status < 300 || status > 399) return null
  const where = answer.headers.location?.slice(0, 300)
  if (where && OF_COUNTRIES.test(where))
    return say('region_blocked', 'likely', `The request was redirected to a page about countries (${where}).`)
  if (!where)
    return say(
      'unexpected_response',
      'possible',
      `A redirect (HTTP ${status}) without an address came back, which an API does not send.`,
    )
  if (LOGIN_PATH.test(where))
    return say(
      'block_page',
      'likely',
      `The request was redirected to a sign-in page (${where}). The key was not sent there.`,
    )
  return say(
    'base_url_wrong',
    'likely',
    `The address redirects to ${where}: that, or something near it, is the right base URL. The key was not sent there.`,
  )
}

/** HTML is never an API's word about a key. */
export function page({ answer, status, provider }: Asked): PlainReading | null {
  if (answer.kind !== 'html') return null
  if (status === 404 || status === 405)
    return say(
      'base_url_wrong',
      'likely',
      `A web page with HTTP ${status} came back where ${companyOf(provider)}’s API should be: the host or the path is wrong.`,
    )
  return say(
    'block_page',
    'likely',
    `A web page came back instead of an answer of the API (HTTP ${status}): a sign-in page, firewall or web filter answered in its place.`,
  )
}
