import type { Answer } from '#lib/providers/provider'
import { isRecord } from '#lib/providers/read-error'
import type { Confidence, Verdict } from '#lib/providers/verdict'
import { inspectionProduct } from './inspection-product.ts'

interface FilterReading {
  verdict: Verdict
  confidence: Confidence
  says: string
}

/** Words of a filter about what it stopped, in answers that are no web page. An API speaks of keys and accounts. */
const FILTERED =
  /\bblocked by (your|the|our|a) (network|it|system|corporate|company|organi[sz]ation|administrator|firewall|proxy)|\bthis (web ?)?(site|page) (is|has been|was) (blocked|denied|filtered|restricted)|\b(corporate|company) policy\b|\b(web|content) filter\b|\burl filtering\b/i
const OF_THE_KEY = /\b(accounts?|tokens?|keys?)\b/i
const CHALLENGES: [header: string, value: RegExp, name: string][] = [
  ['cf-mitigated', /challenge/i, 'Cloudflare'],
  ['x-vercel-mitigated', /challenge|deny/i, 'Vercel’s firewall'],
  ['x-amzn-waf-action', /challenge|captcha/i, 'the firewall of AWS'],
]
const EDGE_VERDICTS: [codes: RegExp, verdict: Verdict, means: string][] = [
  [/^1015$/, 'rate_limited', 'too many requests came from this address'],
  [/^(1006|1007|1008)$/, 'ip_not_allowed', 'this address is banned'],
  [/^1009$/, 'region_blocked', 'the country or region of this address is banned'],
  [/^10(05|1[0-3]|2\d)$|^1106$/, 'block_page', 'its rules turned this request away'],
]

/**
 * An answer that something in front of the provider gave, and that is no web page: it says nothing about the key, even
 * where its words look like the provider's. Null where the provider's own marks are on it, or nothing speaks of a filter.
 */
export function readFilter(answer: Answer, fingerprintHeaders: readonly string[]): FilterReading | null {
  const challenge = CHALLENGES.find(([name, value]) => value.test(answer.headers[name] ?? ''))
  if (challenge)
    return found(
      'block_page',
      `${challenge[2]}, which stands in front of the provider, asks the caller to prove that a person is there.`,
    )
  if (answer.status < 400 || answer.status >= 500) return null
  return readEdge(answer) ?? readProduct(answer, fingerprintHeaders)
}

/** Cloudflare's own errors have numbers of their own, as `error code: 1020`, in JSON and on its page. */
function readEdge({ kind, json, text, headers }: Answer): FilterReading | null {
  const isCloudflare = headers['cf-ray'] !== undefined || /cloudflare/i.test(headers.server ?? '')
  const inJson = isRecord(json) && json.cloudflare_error === true ? String(json.error_code) : undefined
  const inText = kind === 'text' ? /^\s*error code: (1\d{3})\b/i.exec(text)?.[1] : undefined
  const onPage = kind === 'html' && isCloudflare ? /\bError\s+(?:code:?\s*)?(1\d{3})\b/.exec(text)?.[1] : undefined
  const code = inJson ?? inText ?? onPage
  const known = code && EDGE_VERDICTS.find(([codes]) => codes.test(code))
  if (!known) return null
  const [, verdict, means] = known
  return found(
    verdict,
    `Cloudflare, which stands in front of the provider, answered in its place with error ${code}: ${means}.`,
  )
}

function readProduct(
  { status, kind, text, headers }: Answer,
  fingerprintHeaders: readonly string[],
): FilterReading | null {
  if (kind !== 'json' && kind !== 'text') return null
  if (fingerprintHeaders.some((name) => headers[name] !== undefined)) return null
  const start = text.slice(0, 4000)
  const product = inspectionProduct(start)
  // An API speaks of filters of its own, but not with the status of one.
  const speaks = FILTERED.test(start) && !OF_THE_KEY.test(start) && (kind === 'text' || status === 403)
  if (!product && !speaks) return null
  return found(
    'block_page',
    product
      ? `The answer names ${product}, a product that filters traffic, and carries none of the provider’s own marks.`
      : 'The answer speaks of a filter or of a rule of the network, and carries none of the provider’s own marks.',
  )
}

function found(verdict: Verdict, says: string): FilterReading {
  return { verdict, confidence: 'likely', says: `${says} It says nothing about the key.` }
}
