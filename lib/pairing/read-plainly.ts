import { companyOf } from '#lib/providers/company-of'
import type { Answer, Provider } from '#lib/providers/provider'
import { isRecord } from '#lib/providers/read-error'
import { findWording } from './find-wording.ts'
import { type Asked, type PlainReading, type Row, say } from './plain-reading.ts'
import { blockPage, edgePage, page, redirect, webInterface } from './read-page.ts'

/** The name of the status in other words: it tells nothing more, but nothing else either. */
const BARE_REFUSAL =
  /^(401:? )?(unauthori[sz]ed|unauthenticated|not (authenticated|authori[sz]ed)|authentication (is )?required)\.?$/i
const NO_KEY =
  /\b(missing|no)\b.{0,20}\b(api[ _-]?key|authori[sz]ation|token|credentials?)\b|\b(api[ _-]?key|authori[sz]ation( header)?|token|credentials?)\b.{0,20}\b(is|are|was|were) (missing|required|not (provided|supplied|sent|set))\b|\bprovide an? (valid )?(api[ _-]?key|token)\b/i
const OF_A_KEY = /\b(invalid|incorrect|wrong|expired|revoked|not valid|unknown|no such|no longer)\b/i

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
  noKey,
  words,
  absent,
  unauthorised,
  emptySuccess,
]

function outage({ status }: Asked): PlainReading | null {
  return status < 500
    ? null
    : say('provider_outage', 'likely', `HTTP ${status} means that the server failed, not that the key is bad.`)
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

/** A key that was sent and did not arrive: that is no word about the key. */
function noKey({ error, status }: Asked): PlainReading | null {
  if (![400, 401, 403].includes(status) || !NO_KEY.test(error.message) || OF_A_KEY.test(error.message)) return null
  return say(
    'unexpected_response',
    'likely',
    `The answer (HTTP ${status}) says that no key arrived, although one was sent: something on the way removed it, or the server expects it in another header.`,
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
  const scheme = answer.kind === 'json' ? undefined : /^\s*(basic|negotiate|ntlm|digest)\b/i.exec(challenge ?? '')?.[1]
  if (scheme && provider.dialect === 'unknown')
    return say(
      'unexpected_response',
      'likely',
      `The server asks for a user name and a password (${scheme}), which an API key is not: a sign-in stands in front of the API, or another service is at this address.`,
    )
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
