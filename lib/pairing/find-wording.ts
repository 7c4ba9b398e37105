import type { Verdict } from '#lib/providers/verdict'
import { WORDINGS, type Wording } from './wording.ts'

const REASONS: readonly Verdict[] = [
  'ip_not_allowed',
  'region_blocked',
  'account_suspended',
  'quota_or_billing',
  'key_expired',
  'key_revoked',
]

/** One sentence for unknown, expired and revoked keys alike says only that the key is refused. */
const FOLDED =
  /\b(invalid|revoked|expired|deleted)\b,?( or)? \b(invalid|revoked|expired|deleted)\b|\b(expired|revoked|invalid|missing|incorrect|malformed)\b.{0,40}\bor\b.{0,20}\b(expired|revoked|invalid|deleted|disabled)\b|\b(expired|revoked|invalid)\//i

/** The row whose code, else whose words, fit this status. */
export function findWording(status: number | 'any', codes: readonly string[], message: string): Wording | undefined {
  const believed = WORDINGS.filter((row) => status === 'any' || row.statuses.includes(status))
  const coded = believed.find((row) => row.codes.some((code) => codes.includes(code)))
  if (coded?.verdict === 'key_invalid') return findEnding(message) ?? coded
  return coded ?? believed.find((row) => fits(row, message))
}

/** A code for any bad key may come with words that say which: expired, or switched off. */
export function findEnding(message: string): Wording | undefined {
  return WORDINGS.find((row) => (row.verdict === 'key_expired' || row.verdict === 'key_revoked') && fits(row, message))
}

/** Why a key is refused, where the words go beyond "refused": an address, a region, an account, an end. */
export function findReason(codes: readonly string[], message: string): Wording | undefined {
  return WORDINGS.find(
    (row) => REASONS.includes(row.verdict) && (row.codes.some((code) => codes.includes(code)) || fits(row, message)),
  )
}

function fits({ verdict, text }: Wording, message: string): boolean {
  if ((verdict === 'key_expired' || verdict === 'key_revoked') && FOLDED.test(message)) return false
  return text.test(message)
}
