import { readAnswer } from '#lib/pairing/read-answer'
import { findProvider } from '#lib/providers/catalog'
import { openaiCompatible } from '#lib/providers/openai-compatible'
import type { Answer, Provider } from '#lib/providers/provider'
import { isRecord } from '#lib/providers/read-error'
import type { Confidence, Verdict } from '#lib/providers/verdict'
import { answerIn } from './answers/answer-in.ts'
import type { LoggedAnswer } from './answers/logged-answer.ts'
import { providerBehind, providerNamed, providerOfHost } from './find-provider.ts'
import { findTarget, usual } from './find-target.ts'
import type { Finding, Opened } from './finding.ts'
import { sourceOf } from './source-of.ts'

/** `provider=anthropic`, `"provider":"anthropic"` */
const NAMED = /\bprovider["']?[=: ]{1,3}["']?([\w.-]{2,40})/
const LONGEST_BODY = 64 * 1024

/** An answer of a provider that the record tells of, read as a pairing test reads it. Answers of others prove nothing. */
export function readLoggedAnswer(record: Opened): Finding[] {
  const logged = answerIn(record)
  if (!logged) return []
  const target = targetOf(logged, record)
  const source = sourceOf(record.words) ?? 'http'
  const provider = providerFor(logged, record, target)
  if (!provider) return []
  const finding = conclude(provider, logged, target ?? '')
  if (!finding) return []
  const isKnown = provider !== openaiCompatible
  return [
    {
      ...finding,
      confidence: !isKnown && finding.confidence === 'proven' ? 'likely' : finding.confidence,
      source,
      providerId: isKnown ? provider.id : undefined,
      target,
      proof: logged.proof,
      status: logged.status,
      isBare: logged.body === undefined,
    },
  ]
}

/** Reads a status and a body as an answer of this provider; null where nothing is wrong with it. */
export function conclude(
  provider: Provider,
  { status, body, headers }: Pick<LoggedAnswer, 'status' | 'body' | 'headers'>,
  host: string,
): { cause: Verdict; confidence: Confidence; means: string } | null {
  if (body === undefined) return ofStatus(provider, status)
  const reading = readAnswer(provider, asAnswer(status, body, headers), host)
  if (reading.verdict === 'paired' || reading.verdict === 'paired_limited') return null
  if (status < 300 && reading.verdict === 'unexpected_response') return null
  return { cause: reading.verdict, confidence: reading.confidence, means: reading.says }
}

/** Most causes share a status, so a status alone says little. */
function ofStatus(
  { name }: Provider,
  status: number,
): { cause: Verdict; confidence: Confidence; means: string } | null {
  const row: [Verdict, Confidence] | undefined =
    status >= 500
      ? ['provider_outage', 'likely']
      : {
          401: ['key_invalid', 'possible'] as [Verdict, Confidence],
          402: ['quota_or_billing', 'likely'] as [Verdict, Confidence],
          403: ['permission_missing', 'possible'] as [Verdict, Confidence],
          404: ['base_url_wrong', 'possible'] as [Verdict, Confidence],
          407: ['proxy_auth_required', 'likely'] as [Verdict, Confidence],
          429: ['rate_limited', 'possible'] as [Verdict, Confidence],
        }[status]
  if (!row && status < 400) return null
  const [cause, confidence] = row ?? ['unknown', 'possible']
  const means = `${name} answered with HTTP ${status}. The log does not hold the text of the answer, which would say more.`
  return { cause, confidence, means }
}

function asAnswer(status: number, body: unknown, headers: Record<string, string>): Answer {
  const text = (typeof body === 'string' ? body : JSON.stringify(body)).slice(0, LONGEST_BODY)
  const isPage = /^\s{0,200}<(?:!doctype|html|head|body)/i.test(text)
  const kind = typeof body !== 'string' ? 'json' : text === '' ? 'empty' : isPage ? 'html' : 'text'
  return { status, headers, text, json: kind === 'json' ? wrapped(body) : undefined, kind, truncated: false }
}

/** The libraries take the outer `error` off before they keep the body. */
function wrapped(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  return 'error' in body || !('message' in body) ? body : { error: body }
}

function targetOf(logged: LoggedAnswer, record: Opened): string | undefined {
  const host = logged.url ? URL.parse(logged.url)?.host : undefined
  const before = record.answered?.status === logged.status ? record.answered.host : undefined
  const found = host || findTarget(record.words) || before
  return found ? usual(found) : undefined
}

function providerFor(logged: LoggedAnswer, record: Opened, target: string | undefined): Provider | undefined {
  const byHost = target ? providerOfHost(target) : undefined
  if (byHost) return byHost
  const byName = providerNamed(NAMED.exec(record.words)?.[1] ?? '')
  if (byName && !target) return byName
  const behind = providerBehind(
    typeof logged.body === 'object' ? JSON.stringify(logged.body) : record.words,
    logged.headers,
  )
  if (behind && !logged.url) return behind
  const source = sourceOf(record.words)
  const isAnthropic = source === 'anthropic_node' || source === 'anthropic_python'
  if (isAnthropic && isRecord(logged.body) && logged.body.type === 'error') return findProvider('anthropic')
  return logged.isFromLibrary || isErrorOfApi(logged) ? openaiCompatible : undefined
}

const CALLS = /\/(?:models|chat\/completions|completions|responses|messages|embeddings)(?:\?|$)/

/** A server of one’s own that is asked like such an API, and answers with an error in the usual shape, or with a web page. */
function isErrorOfApi({ url, body }: LoggedAnswer): boolean {
  if (url === undefined || !/\/v\d/.test(url)) return false
  return isRecord(body) ? 'error' in body : typeof body === 'string' && body.startsWith('<') && CALLS.test(url)
}
