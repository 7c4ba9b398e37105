import type { Conclusion, Evidence } from './evidence.ts'
import { SKEW_MS } from './refine-refusal.ts'
import type { PairingResult } from './schema.ts'
import { describeFindings } from './stages/key.ts'
import { surroundingWarnings } from './surrounding-warnings.ts'
import type { Facts } from './texts/facts.ts'
import { verdictTexts } from './texts/verdict-texts.ts'

type Warning = PairingResult['warnings'][number]

const SOON_MS = 14 * 24 * 60 * 60_000

/** What does not decide the verdict, but a person should know. */
export function warningsFor(evidence: Evidence, conclusion: Conclusion, facts: Facts): Warning[] {
  const { verdict, also } = conclusion
  const { check, control, model, clockSkewMs, input, reading } = evidence
  const warnings: (Warning | false | undefined)[] = [
    also && { code: also, headline: verdictTexts[also].headline({ ...facts, verdict: also }) },
    check.findings.length > 0 &&
      verdict !== 'key_hidden_characters' && { code: 'key_hidden_characters', headline: describeFindings(check) },
    check.shape === 'mismatch' &&
      !check.stop &&
      verdict !== 'key_shape_mismatch' && {
        code: 'key_shape_mismatch',
        headline: `${check.shapeSays} Forms of keys change, so this alone decides nothing.`,
      },
    check.belongsTo && !check.stop
      ? { code: 'wrong_provider_key', headline: `The value looks like a key of ${check.belongsTo}.` }
      : undefined,
    control === 'accepted'
      ? {
          code: 'keys_not_checked',
          headline: 'This server answers a wrong key in the same way: whoever reaches it may use it.',
        }
      : undefined,
    control === 'inconclusive'
      ? {
          code: 'control_inconclusive',
          headline: 'Whether this server refuses a wrong key could not be shown just now.',
        }
      : undefined,
    input.model && reading?.success && !model
      ? {
          code: 'model_not_checked',
          headline: `Whether ${input.model} is there could not be checked: no list of models was read.`,
        }
      : undefined,
    model?.status === 'undecided' ? { code: 'model_not_listed', headline: model.says } : undefined,
    clockSkewMs !== undefined &&
      Math.abs(clockSkewMs) > SKEW_MS &&
      verdict !== 'clock_skew' &&
      skewWarning(clockSkewMs, facts),
    expiryWarning(evidence),
    ...surroundingWarnings(evidence, conclusion),
  ]
  return warnings
    .filter((one): one is Warning => Boolean(one))
    .map(({ code, headline }) => ({ code, headline: headline.slice(0, 500) }))
}

function skewWarning(skewMs: number, { host }: Facts): Warning {
  const minutes = Math.round(Math.abs(skewMs) / 60_000)
  return {
    code: 'clock_skew',
    headline: `The clocks of this machine and of ${host} differ by ${minutes} minutes: one of them is wrong.`,
  }
}

function expiryWarning({ reading, now }: Evidence): Warning | undefined {
  const expiresAt = reading?.success?.observed.expiresAt
  if (!expiresAt) return undefined
  const left = Date.parse(expiresAt) - now.getTime()
  return left < SOON_MS
    ? { code: 'expires_soon', headline: `By the provider’s word this key expires on ${expiresAt}.` }
    : undefined
}
