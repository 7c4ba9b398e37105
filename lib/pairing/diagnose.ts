import type { Answer } from '#lib/providers/provider'
import type { Confidence, Verdict } from '#lib/providers/verdict'
import type { KeyCheck } from './check-key.ts'
import type { ModelCheck } from './check-model.ts'
import { environmentMark } from './environment-mark.ts'
import { isSamePermission, missingPermissions } from './missing-permissions.ts'
import type { ControlOutcome } from './negative-control.ts'
import type { KeyHistory, PairingInput } from './pairing-input.ts'
import type { Reading } from './read-answer.ts'

/** Everything that the stages brought together. */
export interface Evidence {
  input: PairingInput
  check: KeyCheck
  /** Why the base URL itself is no place to send a key to. */
  badTarget?: string
  /** Why no answer came back, where none did. */
  network?: Conclusion
  answer?: Answer
  reading?: Reading
  /** What became of a deliberately wrong key, where a success needs that proof. */
  control?: ControlOutcome
  /** A base URL on the same host that answers like the provider. */
  betterBaseUrl?: string
  model?: ModelCheck
  /** The provider's clock minus ours. */
  clockSkewMs?: number
  now: Date
}

export interface Conclusion {
  verdict: Verdict
  confidence: Confidence
  /** The reasoning from evidence to verdict, sentence by sentence. */
  because: string[]
  missing?: string[]
  /** What was found besides, where another fault comes first. */
  also?: Verdict
  /** What would look the same. */
  nearTwin?: Verdict
}

/** Clocks that differ by less explain nothing. */
export const SKEW_MS = 5 * 60_000
const REFUSED: readonly Verdict[] = ['key_invalid', 'key_expired', 'key_revoked']
/** Verdicts on the key or its account. Anything else leaves hidden characters as what is wrong with the value. */
const ABOUT_THE_KEY: readonly Verdict[] = [
  ...REFUSED,
  'key_shape_mismatch',
  'wrong_key_kind',
  'wrong_environment',
  'permission_missing',
  'ip_not_allowed',
  'region_blocked',
  'account_suspended',
  'quota_or_billing',
]

/** From evidence to verdict, in the order of what weighs more: the value itself, the address, the answer, this key's history. */
export function diagnose(evidence: Evidence): Conclusion {
  const { check, badTarget } = evidence
  if (check.stop)
    return {
      verdict: check.stop.verdict,
      confidence: check.stop.confidence,
      because: [check.stop.says, 'Nothing was sent.'],
    }
  if (badTarget) return { verdict: 'base_url_wrong', confidence: 'proven', because: [badTarget] }
  return withHiddenCharacters(evidence, evidence.network ?? concludeFromAnswer(evidence))
}

function concludeFromAnswer(evidence: Evidence): Conclusion {
  const { reading } = evidence
  if (!reading) return { verdict: 'unknown', confidence: 'possible', because: ['No answer was received.'] }
  if (reading.verdict === 'paired') return refineSuccess(evidence, reading)
  const skew = explainBySkew(evidence, reading)
  if (skew) return skew
  if (reading.verdict === 'permission_missing') return refinePermission(evidence.input, reading)
  if (reading.verdict === 'base_url_wrong' && evidence.betterBaseUrl)
    return {
      verdict: 'base_url_wrong',
      confidence: 'proven',
      because: [
        reading.says,
        `The same request to ${evidence.betterBaseUrl} was answered like ${evidence.input.provider.name} answers.`,
      ],
    }
  if (REFUSED.includes(reading.verdict)) return refineRefusal(evidence, reading)
  return { verdict: reading.verdict, confidence: reading.confidence, because: [reading.says] }
}

/** A key that is accepted may still be the wrong one: other mode, missing permission, missing model, or a server that takes any key. */
function refineSuccess({ input, control, model }: Evidence, reading: Reading): Conclusion {
  const because = [reading.says]
  const success = reading.success
  if (control === 'accepted')
    return {
      verdict: 'unknown',
      confidence: 'proven',
      because: [
        ...because,
        'A deliberately wrong key was accepted in the same way: this server does not check keys here, so its answer proves nothing about this one. The server itself is reachable and works.',
      ],
    }
  const mark = environmentMark(input.environment)
  if (success?.environment && mark && success.environment !== mark)
    return {
      verdict: 'wrong_environment',
      confidence: 'proven',
      because: [
        ...because,
        `The answer declares ${success.environment} mode, and the environment “${input.environment?.slug}” is for ${mark} keys.`,
      ],
    }
  const missing = missingPermissions(input, success?.observed.permissions)
  if (missing.length > 0)
    return {
      verdict: 'permission_missing',
      confidence: 'proven',
      missing,
      because: [...because, `It lists the permissions that the key has, and ${missing.join(', ')} is not among them.`],
    }
  if (model?.status === 'absent')
    return { verdict: 'model_not_found', confidence: model.confidence, because: [...because, model.says] }
  if (control === 'inconclusive')
    return {
      verdict: 'paired',
      confidence: 'possible',
      because: [...because, 'Whether the server refuses a wrong key could not be shown just now.'],
    }
  if (control === 'refused') because.push('A deliberately wrong key was refused.')
  return { verdict: 'paired', confidence: reading.confidence, because }
}

/** Alive either way: the permission counts as missing only if it is required here. */
function refinePermission(input: PairingInput, reading: Reading): Conclusion {
  const named = reading.missing ?? []
  const required = input.requiredPermissions ?? []
  const lacking = named.filter((name) => required.some((one) => isSamePermission(one, name)))
  if (lacking.length > 0)
    return {
      verdict: 'permission_missing',
      confidence: reading.confidence,
      missing: lacking,
      because: [reading.says, `${lacking.join(', ')} is required here.`],
    }
  if (required.length > 0 && named.length === 0)
    return {
      verdict: 'permission_missing',
      confidence: reading.confidence === 'proven' ? 'likely' : reading.confidence,
      because: [reading.says, `Required here: ${required.join(', ')}. The answer does not name which one is missing.`],
    }
  return {
    verdict: 'paired_limited',
    confidence: reading.confidence,
    missing: named,
    because: [
      reading.says,
      'To refuse a permission it must have recognised the key, so the key is alive. Nothing that is required here is known to be missing.',
    ],
  }
}

/** Most providers say the same of unknown, expired and revoked keys; this key's own history tells them apart. */
function refineRefusal({ input, check, answer, now }: Evidence, reading: Reading): Conclusion {
  const because = [reading.says]
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
function explainBySkew({ clockSkewMs = 0, check }: Evidence, { says, error, verdict }: Reading): Conclusion | null {
  if (Math.abs(clockSkewMs) < SKEW_MS) return null
  const aboutTime =
    /\b(clock|timestamp|time[ -]?skew(ed)?|iat|nbf|not yet valid|issued in the future|request time)\b/i.test(
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

function withHiddenCharacters({ check }: Evidence, conclusion: Conclusion): Conclusion {
  if (check.findings.length === 0 || ABOUT_THE_KEY.includes(conclusion.verdict)) return conclusion
  const works = conclusion.verdict === 'paired' || conclusion.verdict === 'paired_limited'
  return {
    verdict: 'key_hidden_characters',
    confidence: works && conclusion.confidence === 'proven' ? 'proven' : 'likely',
    also: works ? undefined : conclusion.verdict,
    because: [
      'The stored value holds characters that are no part of a key; an application that sends it as it stands is refused, or cannot send it at all.',
      works
        ? `Without them: ${conclusion.because[0]}`
        : `The cleaned value was tested as well, which decided nothing: ${conclusion.because[0]}`,
    ],
  }
}
