import type { Answer, Provider, ProviderError } from '#lib/providers/provider'
import type { Confidence, Verdict } from '#lib/providers/verdict'
import { findWording } from './wording.ts'

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

const BLOCK_WORDS = /captive|hotspot|log ?in to (the|this) (network|wi-?fi)|sign[ -]?in|log[ -]?in|web ?filter|firewall|blocked|access denied|forbidden by|zscaler|fortinet|fortiguard|sophos|barracuda|palo alto|bluecoat|forcepoint|netskope|umbrella|squid|mcafee|websense|checkpoint|just a moment|attention required|captcha|security (check|policy)/i

const LOGIN_PATH = /log-?in|sign-?in|\bsso\b|\/auth\b|portal|block|captive/i

/** Reads an answer that no rule of its provider explains, by the plain meaning of HTTP. The first row that knows decides. */
export function readPlainly(asked: Asked): PlainReading {
  for (const row of ROWS) {
    const reading = row(asked)
    if (reading) return reading
  }
  return say('unexpected_response', 'possible', `The answer (HTTP ${asked.status}) matches nothing that is known about ${asked.provider.name}, so it says nothing about the key.`)
}

const ROWS: Row[] = [
  ({ status }) =>
    status === 407 ? say('proxy_auth_required', 'likely', 'HTTP 407 is never the provider: a proxy on the way wants a sign-in.') : null,
  ({ status }) =>
    status === 511 ? say('block_page', 'proven', 'HTTP 511 means that the network itself asks for a sign-in before it lets traffic through.') : null,
  redirect,
  outage,
  page,
  tooMany,
  ({ status }) => (status === 402 ? say('quota_or_billing', 'likely', 'HTTP 402 means that a payment is required.') : null),
  ({ status }) =>
    status === 451 ? say('region_blocked', 'likely', 'HTTP 451 means that the answer is withheld here for legal reasons.') : null,
  edge,
  words,
  absent,
  unauthorised,
  emptySuccess,
]

function redirect({ answer, status, askedHost }: Asked): PlainReading | null {
  if (status < 300 || status > 399) return null
  const where = answer.headers.location
  if (!where) return say('unexpected_response', 'possible', `A redirect (HTTP ${status}) without an address came back, which an API does not send.`)
  const host = URL.parse(where)?.host
  const named = where.slice(0, 300)
  if (LOGIN_PATH.test(where) || (host !== undefined && site(host) !== site(askedHost)))
    return say('block_page', 'likely', `The request was redirected to another place (${named}), as sign-in and block pages do. The key was not sent there.`)
  return say('base_url_wrong', 'likely', `The address redirects to ${named}: that, or something near it, is the right base URL. The key was not sent there.`)
}

/** `api.example.com` and `www.example.com` are one site. */
function site(host: string): string {
  return /^[\d.:[\]]+$/.test(host) ? host : host.split('.').slice(-2).join('.')
}

function outage({ answer, status, provider }: Asked): PlainReading | null {
  if (status < 500) return null
  if (answer.kind === 'html' && BLOCK_WORDS.test(answer.text) && !isFromProvider(answer, provider))
    return say('block_page', 'likely', `A web page came back with HTTP ${status}, in the words of a filter or sign-in page, and without any header that ${provider.name} sends.`)
  return say('provider_outage', 'likely', `HTTP ${status} means that the server failed, not that the key is bad.`)
}

/** HTML is never an API's word about a key. */
function page({ answer, status, provider }: Asked): PlainReading | null {
  if (answer.kind !== 'html' || status === 429) return null
  if (/plain http request was sent to https port/i.test(answer.text))
    return say('base_url_wrong', 'proven', 'The server says that this port speaks https, and the base URL begins with http.')
  if ((status === 404 || status === 405) && !BLOCK_WORDS.test(answer.text))
    return say('base_url_wrong', 'likely', `A web page with HTTP ${status} came back where ${provider.name}’s API should be: the host or the path is wrong.`)
  if (answer.headers['cf-ray'] || /cloudflare/i.test(answer.headers.server ?? ''))
    return say('block_page', 'likely', `A web page came back instead of an answer of the API (HTTP ${status}). It carries Cloudflare’s mark: the protection in front of the provider turned this address away, or asks it to prove that a person is there.`)
  return say('block_page', 'likely', `A web page came back instead of an answer of the API (HTTP ${status}): a sign-in page, firewall or web filter answered in its place.`)
}

function tooMany({ answer, error, status }: Asked): PlainReading | null {
  if (status !== 429) return null
  const wording = answer.kind === 'html' ? undefined : findWording(status, error.codes, error.message)
  if (wording?.verdict === 'quota_or_billing')
    return say('quota_or_billing', 'likely', `HTTP 429 came with words of billing: ${wording.says}.`)
  return say('rate_limited', 'likely', 'HTTP 429 means too many requests in a short time. It says nothing against the key.')
}

/** Cloudflare's short texts (`error code: 1020`) come from the edge, not from the API behind it. */
function edge({ answer, status }: Asked): PlainReading | null {
  if (answer.kind !== 'text' || status < 400) return null
  if (!/^\s*(error code: 1\d{3}|access denied\b|blocked\b|request blocked|forbidden by)/i.test(answer.text)) return null
  return say('block_page', 'likely', `A short text from a filter or from the edge of the network came back (HTTP ${status}), not an answer of the API.`)
}

function words({ answer, error, status }: Asked): PlainReading | null {
  if (answer.kind !== 'json' && answer.kind !== 'text') return null
  const wording = findWording(status, error.codes, error.message)
  return wording ? say(wording.verdict, 'likely', `The answer (HTTP ${status}) says that ${wording.says}.`) : null
}

function absent({ answer, status, provider }: Asked): PlainReading | null {
  if (status !== 404 && status !== 405 && status !== 410) return null
  if (status === 410) return say('api_version_unsupported', 'likely', 'HTTP 410 means that this part of the API is gone for good.')
  const from = isFromProvider(answer, provider) ? ` The server itself is ${provider.name}’s.` : ''
  return say('base_url_wrong', 'likely', `Nothing is at this path (HTTP ${status}): the base URL names the wrong host or path.${from}`)
}

/** Where any server may stand behind the address, only HTTP itself can be read; elsewhere unknown words stay unknown. */
function unauthorised({ answer, status, provider }: Asked): PlainReading | null {
  if (status !== 401) return null
  const challenged = answer.kind === 'empty' && answer.headers['www-authenticate'] !== undefined
  if (provider.dialect === 'unknown' && (answer.kind === 'json' || challenged))
    return say('key_invalid', 'likely', 'HTTP 401 means that the server does not accept this key.')
  return null
}

function emptySuccess({ answer, status, provider }: Asked): PlainReading | null {
  if (status < 200 || status > 299) return null
  return say('unexpected_response', 'possible', `HTTP ${status} came back, but not with the body that only a valid key gets from ${provider.name}${answer.kind === 'empty' ? ': it is empty' : ''}. So nothing is proven.`)
}

function isFromProvider(answer: Answer, provider: Provider): boolean {
  return provider.fingerprintHeaders.some((name) => answer.headers[name] !== undefined)
}

function say(verdict: Verdict, confidence: Confidence, says: string): PlainReading {
  return { verdict, confidence, says }
}
