import { companyOf } from '#lib/providers/company-of'
import type { Answer, AnswerRule, Provider, ProviderError, Success } from '#lib/providers/provider'
import { isRecord, readError } from '#lib/providers/read-error'
import type { Confidence, Verdict } from '#lib/providers/verdict'
import { findEnding, findReason, findWording } from './find-wording.ts'
import { readFilter } from './read-filter.ts'
import { readPlainly } from './read-plainly.ts'
import type { Wording } from './wording.ts'

/** What one answer means, before anything else that is known about the key. */
export interface Reading {
  verdict: Verdict
  confidence: Confidence
  /** The reasoning, as a sentence for a person. */
  says: string
  error: ProviderError
  success?: Success
  /** The refusal is believed only if it comes once more after this time. */
  againAfterMs?: number
  /** Permissions that the answer names as missing. */
  missing?: string[]
  /** The document behind the rule; absent where the plain meaning of HTTP decided. */
  source?: string
}

/** Codes that say only "an error": they never decide on a status that the documentation does not pair them with. */
const VAGUE =
  /^(\d+|invalid_request_error|api_error|server_error|unauthenticated|failed_precondition|resource_exhausted|internal|unavailable|deadline_exceeded|permission_error)$/
/** What an answer of overload may still mean. */
const OF_OVERLOAD: readonly Verdict[] = ['rate_limited', 'quota_or_billing', 'provider_outage']

/** Reads an answer by the provider's own rules first, then by the plain meaning of HTTP and of its words. */
export function readAnswer(provider: Provider, answer: Answer, askedHost: string): Reading {
  const error = readError(answer)
  const filter = readFilter(answer, provider.fingerprintHeaders)
  if (filter) return { ...filter, error }
  const plainly = (status: number) => ({ ...readPlainly({ provider, answer, error, status, askedHost }), error })
  if (answer.kind === 'html' || answer.kind === 'binary')
    return readOwnPage(provider, answer, error) ?? plainly(answer.status)
  const succeeded = answer.status >= 200 && answer.status < 300
  if (succeeded) {
    const reading = readByRules(provider, answer, error, answer.status) ?? readSuccess(provider, answer, error)
    if (reading) return reading
  }
  // Some gateways wrap an error in a 200: then the status inside counts.
  const status = succeeded && error.status !== undefined ? error.status : answer.status
  return readByRules(provider, answer, error, status) ?? plainly(status)
}

/** Some providers answer with a bare page of their own. It decides nothing, but it is no filter's page either. */
function readOwnPage(provider: Provider, answer: Answer, error: ProviderError): Reading | null {
  const rule = provider.answers.find(
    ({ verdict, when }) =>
      verdict === 'unknown' && when.page?.test(answer.text) && [when.status].flat().includes(answer.status),
  )
  return rule ? toReading(provider, rule, rule.confidence, answer, error) : null
}

function readSuccess(provider: Provider, answer: Answer, error: ProviderError): Reading | null {
  // Whatever else it holds, a body that speaks of an error is no success.
  if (isRecord(answer.json) && answer.json.error) return null
  const success = provider.readSuccess(answer)
  if (!success) return null
  return {
    verdict: 'paired',
    confidence: 'proven',
    says: `${companyOf(provider)} accepted the key: ${success.because}.`,
    error,
    success,
  }
}

function readByRules(provider: Provider, answer: Answer, error: ProviderError, status: number): Reading | null {
  const believed = provider.answers.filter((rule) => isBelievable(rule.verdict, status))
  const documented = believed.find((rule) => matchesStatus(rule, status) && matches(rule, answer, error))
  if (documented) return sayPlainly(toReading(provider, documented, documented.confidence, answer, error), documented)
  if (status >= 500) return null
  const elsewhere = believed.find(
    (rule) => rule.when.status !== 200 && hasClearCode(rule, error) && matches(rule, answer, error),
  )
  if (!elsewhere) return null
  const confidence = elsewhere.confidence === 'proven' ? 'likely' : elsewhere.confidence
  return sayPlainly(toReading(provider, elsewhere, confidence, answer, error), elsewhere)
}

/** Where a code says only "refused", words that say why count more: an address, a region, an account, an end. */
function sayPlainly(reading: Reading, { when, example }: AnswerRule): Reading {
  const { codes, message } = reading.error
  // "Missing or invalid" is said of a key that arrived, too.
  if (reading.verdict === 'unexpected_response' && /\b(missing|invalid)( or |\/|, )(missing|invalid)\b/i.test(message))
    return sharpen(reading, findWording(401, codes, message))
  if (reading.verdict === 'key_invalid') return sharpen(reading, findEnding(message) ?? findReason(codes, message))
  // A sentence that the rule itself knows has been understood already.
  const isQuoted = JSON.stringify(example.body).includes(message)
  const isKnown = isQuoted || (reading.confidence === 'proven' && when.text?.test(message))
  return reading.verdict === 'permission_missing' && !isKnown ? sharpen(reading, findReason(codes, message)) : reading
}

function sharpen(reading: Reading, wording: Wording | undefined): Reading {
  if (!wording) return reading
  const { verdict, says } = wording
  return { ...reading, verdict, confidence: 'likely', says: `The answer says that ${says}.`, missing: undefined }
}

/** An outage or a rate limit never speaks about the key, whatever its body holds. */
function isBelievable(verdict: Verdict, status: number): boolean {
  return status !== 429 && status < 500 ? true : OF_OVERLOAD.includes(verdict)
}

function matchesStatus({ when }: AnswerRule, status: number): boolean {
  return when.status === undefined || [when.status].flat().includes(status)
}

function matches({ when }: AnswerRule, answer: Answer, error: ProviderError): boolean {
  if (when.page) return false
  if (when.header && !when.header[1].test(answer.headers[when.header[0]] ?? '')) return false
  if (when.also && !when.also(answer, error)) return false
  if (when.code === undefined && when.text === undefined) return true
  return hasCode(when.code, error) || (when.text?.test(error.message || answer.text) ?? false)
}

function hasCode(code: string | string[] | undefined, { codes }: ProviderError): boolean {
  return [code ?? []].flat().some((word) => codes.includes(word))
}

function hasClearCode({ when }: AnswerRule, error: ProviderError): boolean {
  return hasCode(
    [when.code ?? []].flat().filter((word) => !VAGUE.test(word)),
    error,
  )
}

function toReading(
  provider: Provider,
  rule: AnswerRule,
  confidence: Confidence,
  answer: Answer,
  error: ProviderError,
): Reading {
  return {
    verdict: rule.verdict,
    // Words in a body that is cut off or not quite JSON are a strong hint, no proof.
    confidence: confidence === 'proven' && answer.kind !== 'json' ? 'likely' : confidence,
    says: `${companyOf(provider)} says that ${rule.says}.`,
    error,
    againAfterMs: rule.againAfterMs,
    missing: rule.permissions?.(answer, error),
    source: rule.source,
  }
}
