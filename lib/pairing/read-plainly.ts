import { companyOf } from '#lib/providers/company-of'
import { hostsOf } from '#lib/providers/owner-of-host'
import type { Answer, Provider, ProviderError } from '#lib/providers/provider'
import { isRecord } from '#lib/providers/read-error'
import type { Confidence, Verdict } from '#lib/providers/verdict'
import { BLOCK_WORDS, explainBlockPage } from './explain-block-page.ts'
import { findWording } from './find-wording.ts'
import { inspectionProduct } from './inspection-product.ts'

interface PlainReading {
  verdict: Verdict
  confidence: Confidence
  says: string
}

type Row = (asked: Asked) => PlainReading | null
export interface Asked {
  provider: Provider
  answer: Answer
  error: ProviderError
  status: number
  /** Host (and port) that was asked: a redirect elsewhere reads differently. */
  askedHost: string
}

const CHALLENGE = /just a moment|attention required|checking your browser|cf-chl|captcha|you have been blocked/i
/** The name of the status in other words: it tells nothing more, but nothing else either. */
const BARE_REFUSAL =
  /^(401:? )?(unauthori[sz]ed|unauthenticated|not (authenticated|authori[sz]ed)|authentication (is )?required)\.?$/i
const REFRESH = /http-equiv=["']?refresh|_incapsula_|captcha/i
const OF_COUNTRIES = /\b(countr(y|ies)|regions?|territor(y|ies))\b/i
const LOGIN_PATH = /log[-_]?in|sign[-_]?in|\bsso\b|\/auth\b|portal|block|captive/i

/** Reads an answer that no rule of its provider explains, by the plain meaning of HTTP. The first row that knows decides. */
export function readPlainly(asked: Asked): PlainReading {
  for (const row of ROWS) {
    const reading = row(asked)
    if (reading) return reading
  }
  return say(
    'unexpected_response',
    'possible',
    `The answer (HTTP ${asked.status}) matches nothing that is known about ${companyOf(asked.provider)}, so it says nothing about the key.`,
  )
}

const ROWS: Row[] = [
  ({ status }) =>
    status === 407
      ? say('proxy_auth_required', 'likely', 'HTTP 407 is never the provider: a proxy on the way wants a sign-in.')
      : null,
  ({ answer }) =>
    /plain http request was sent to https port|sent an http request to an https server|speaking plain http to an ssl-enabled/i.test(
      answer.text,
    )
      ? say(
          'base_url_wrong',
          'proven',
          'The server says that this port speaks https, and the base URL begins with http.',
        )
      : null,
  edgePage,
  webInterface,
  blockPage,
  redirect,
  outage,
  tooMany,
  page,
  ({ status }) =>
    status === 402 ? say('quota_or_billing', 'likely', 'HTTP 402 means that a payment is required.') : null,
  ({ status }) =>
    status === 451
      ? say('region_blocked', 'likely', 'HTTP 451 means that the answer is withheld here for legal reasons.')
      : null,
  edge,
  words,
  absent,
  unauthorised,
  emptySuccess,
]

/** Cloudflare stands in front of many providers: its page means that this address was turned away before the API. */
function edgePage({ answer, status }: Asked): PlainReading | null {
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
function webInterface({ answer, status, provider }: Asked): PlainReading | null {
  if (answer.kind !== 'html' || status < 200 || status > 299 || provider.baseUrl !== null) return null
  if (inspectionProduct(answer.text) || BLOCK_WORDS.test(answer.text) || REFRESH.test(answer.text)) return null
  return say(
    'base_url_wrong',
    'likely',
    `A web page came back (HTTP ${status}), such as servers show to people: the API is under another path, or at another address.`,
  )
}

function blockPage({ answer, status, askedHost, provider }: Asked): PlainReading | null {
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

function redirect({ answer, status }: Asked): PlainReading | null {
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

function outage({ status }: Asked): PlainReading | null {
  return status < 500
    ? null
    : say('provider_outage', 'likely', `HTTP ${status} means that the server failed, not that the key is bad.`)
}

/** HTML is never an API's word about a key. */
function page({ answer, status, provider }: Asked): PlainReading | null {
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

function tooMany({ answer, error, status }: Asked): PlainReading | null {
  if (status !== 429) return null
  const wording = answer.kind === 'html' ? undefined : findWording(status, error.codes, error.message)
  if (wording?.verdict === 'quota_or_billing')
    return say('quota_or_billing', 'likely', `HTTP 429 came with words of billing: ${wording.says}.`)
  return say(
    'rate_limited',
    'likely',
    'HTTP 429 means too many requests in a short time. It says nothing against the key.',
  )
}

/** Cloudflare's short texts (`error code: 1020`) come from the edge, not from the API behind it. */
function edge({ answer, status }: Asked): PlainReading | null {
  if (answer.kind !== 'text' || status < 400) return null
  if (
    !/^\s*(error code: 1\d{3}|rbac: access denied|access denied\b|blocked\b|request blocked|forbidden by)/i.test(
      answer.text,
    )
  )
    return null
  return say(
    'block_page',
    'likely',
    `A short text from a filter or from the edge of the network came back (HTTP ${status}), not an answer of the API.`,
  )
}

function words({ answer, error, status }: Asked): PlainReading | null {
  if (answer.kind === 'html' || answer.kind === 'binary') return null
  const wording = findWording(isErrorInside(answer, status) ? 'any' : status, error.codes, error.message)
  return wording ? say(wording.verdict, 'likely', `The answer (HTTP ${status}) says that ${wording.says}.`) : null
}

/** An error that travels inside a 200. */
function isErrorInside({ json }: Answer, status: number): boolean {
  return status < 300 && isRecord(json) && (Boolean(json.error) || json.ok === false || json.success === false)
}

function absent({ answer, status, provider }: Asked): PlainReading | null {
  if (![404, 405, 410, 421].includes(status)) return null
  if (status === 410)
    return say('api_version_unsupported', 'likely', 'HTTP 410 means that this part of the API is gone for good.')
  const from = isFromProvider(answer, provider) ? ` The server itself is ${companyOf(provider)}’s.` : ''
  return say(
    'base_url_wrong',
    'likely',
    `Nothing is at this path (HTTP ${status}): the base URL names the wrong host or path.${from}`,
  )
}

/** Where any server may stand behind the address, only HTTP itself can be read; elsewhere unknown words stay unknown. */
function unauthorised({ answer, error, status, provider }: Asked): PlainReading | null {
  if (status !== 401) return null
  const challenge = answer.headers['www-authenticate']
  // Basic and the like ask for a user and a password, which an API key is not.
  if (challenge && answer.kind !== 'json' && /^\s*(basic|negotiate|ntlm|digest)\b/i.test(challenge)) return null
  const challenged = answer.kind === 'empty' && challenge !== undefined
  if (provider.dialect === 'unknown' && (answer.kind === 'json' || challenged))
    return say('key_invalid', 'likely', 'HTTP 401 means that the server does not accept this key.')
  if (answer.kind === 'json' && BARE_REFUSAL.test(error.message))
    return say(
      'key_invalid',
      'possible',
      `HTTP 401 came with the words “${error.message.slice(0, 60)}” and nothing else: ${companyOf(provider)} does not accept the key, unless something in front of it answered in its place.`,
    )
  return null
}

function emptySuccess({ answer, status, provider }: Asked): PlainReading | null {
  if (status < 200 || status > 299) return null
  return say(
    'unexpected_response',
    'possible',
    `HTTP ${status} came back, but not with the body that only a valid key gets from ${companyOf(provider)}${answer.kind === 'empty' ? ': it is empty' : ''}. So nothing is proven.`,
  )
}

function isFromProvider(answer: Answer, provider: Provider): boolean {
  return provider.fingerprintHeaders.some((name) => answer.headers[name] !== undefined)
}

function say(verdict: Verdict, confidence: Confidence, says: string): PlainReading {
  return { verdict, confidence, says }
}
