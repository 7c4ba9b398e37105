import { companyOf } from '#lib/providers/company-of'
import type { Verdict } from '#lib/providers/verdict'
import type { Conclusion, Evidence } from './evidence.ts'
import { explainBySkew, REFUSED, refineRefusal } from './refine-refusal.ts'
import { refinePermission, refineSuccess } from './refine-success.ts'

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
        `The same request to ${evidence.betterBaseUrl} was answered like ${companyOf(evidence.input.provider)} answers.`,
      ],
    }
  if (REFUSED.includes(reading.verdict)) return refineRefusal(evidence, reading)
  return { verdict: reading.verdict, confidence: reading.confidence, because: [reading.says] }
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
