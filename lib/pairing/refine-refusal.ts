import type { Answer } from '#lib/providers/provider'
import type { Confidence, Verdict } from '#lib/providers/verdict'
import type { KeyCheck } from './check-key.ts'
import type { Conclusion, Evidence } from './evidence.ts'
import type { KeyHistory } from './pairing-input.ts'
import type { Reading } from './read-answer.ts'

/** Clocks that differ by less explain nothing. */
export const SKEW_MS = 5 * 60_000
/** A refusal of the key itself, whichever word the provider has for it. */
export const REFUSED: readonly Verdict[] = ['key_invalid', 'key_expired', 'key_revoked']

/** Most providers say the same of unknown, expired and revoked keys; this key's own history tells them apart. */
export function refineRefusal({ input, check, answer, otherSite, now }: Evidence, reading: Reading): Conclusion {
  const because = [reading.says]
  if (otherSite)
    return {
      verdict: 'wrong_environment',
      confidence: 'proven',
      because: [...because, `${otherSite.name} (${otherSite.baseUrl}) accepts the same key: it belongs there.`],
    }
  const explicit = reading.verdict !== 'key_invalid'
  if (explicit) return { verdict: reading.verdict, confidence: reading.confidence, because }
  const history = input.history ?? {}
  if (check.shape === 'mismatch' && !history.lastGoodAt)
    return {
      verdict: 'key_shape_mismatch',
      confidence: reading.confidence,
      because: [...because, check.shapeSays ?? 'It does not look like one of its keys.'],
    }
  const expiry = passedExpiry(check, history, providerNow(answer, now))
  if (expiry)
    return {
      verdict: 'key_expired',
      confidence: weaker(reading.confidence, history.lastGoodAt ? 'likely' : 'possible'),
      because: [...because, expiry],
    }
  if (history.lastGoodAt)
    return {
      verdict: 'key_revoked',
      confidence: weaker(reading.confidence, 'likely'),
      because: [
        ...because,
        `The same value was accepted on ${history.lastGoodAt.toISOString()}, so it is not mistyped, and no expiry on record has passed: it was switched off since.`,
      ],
    }
  return {
    verdict: 'key_invalid',
    confidence: reading.confidence,
    because: [
      ...because,
      check.shape === 'match'
        ? 'It has the form of such a key, and was never seen to work.'
        : 'It was never seen to work.',
    ],
  }
}

/** A refusal that speaks of time, while the clocks disagree, is about the clock. */
export function explainBySkew(
  { clockSkewMs = 0, check }: Evidence,
  { says, error, verdict }: Reading,
): Conclusion | null {
  if (Math.abs(clockSkewMs) < SKEW_MS) return null
  const aboutTime =
    /\b(clock|timestamp|time[ -]?skew(ed)?|iat|nbf|not yet valid|issued in the future|request time|signature (expired|not yet current))\b/i.test(
      error.message,
    )
  const ofToken = check.expiresAt !== undefined && REFUSED.includes(verdict)
  if (!aboutTime && !ofToken) return null
  const minutes = Math.round(Math.abs(clockSkewMs) / 60_000)
  return {
    verdict: 'clock_skew',
    confidence: 'likely',
    because: [says, `The clocks here and there differ by ${minutes} minutes, and the refusal speaks of time.`],
  }
}

function passedExpiry(check: KeyCheck, history: KeyHistory, at: Date): string | null {
  if (check.expiresAt && check.expiresAt <= at)
    return `The token itself says that it expired on ${check.expiresAt.toISOString()}.`
  if (history.expiresAt && history.expiresAt <= at)
    return `By our records it expired on ${history.expiresAt.toISOString()}.`
  return null
}

/** The provider's own clock decides what has expired; ours may be wrong. */
function providerNow(answer: Answer | undefined, now: Date): Date {
  const date = new Date(answer?.headers.date ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? now : date
}

function weaker(a: Confidence, b: Confidence): Confidence {
  const order: Confidence[] = ['proven', 'likely', 'possible']
  return order[Math.max(order.indexOf(a), order.indexOf(b))] ?? 'possible'
}
