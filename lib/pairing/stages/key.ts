import { companyOf } from '#lib/providers/company-of'
import type { KeyCheck } from '../check-key.ts'
import type { PairingInput } from '../pairing-input.ts'
import type { PairingStage } from '../schema.ts'
import { withArticle } from '../texts/with-article.ts'

const MOST_FINDINGS = 50

/** The stage that needs no network: what the value looks like, never the value. */
export function keyStage(input: PairingInput, check: KeyCheck, durationMs: number, now: Date): PairingStage {
  const { findings, format, stop } = check
  const expired = expiryPassed(input, check, now)
  const status = stop ? 'failed' : findings.length > 0 || check.shape === 'mismatch' || expired ? 'warned' : 'passed'
  return {
    stage: 'key',
    status,
    durationMs,
    summary: summarise(input, check, expired),
    evidence: {
      length: [...input.value].length,
      cleanedLength: check.cleaned.length,
      hiddenCharacters: findings
        .slice(0, MOST_FINDINGS)
        .map(({ kind, name, codePoint, position }) => ({ kind, name, codePoint: codePoint ?? null, position })),
      shape: check.shape,
      ...(format && { kind: format.kind, prefix: format.prefix, marks: format.environment ?? null }),
      ...(check.belongsTo && { looksLikeAKeyOf: check.belongsTo }),
      ...(check.expiresAt && { expiresInTheValue: check.expiresAt.toISOString() }),
      ...(input.history?.expiresAt && { expiresAsStored: input.history.expiresAt.toISOString() }),
      ...(input.history?.lastGoodAt && { lastAcceptedAt: input.history.lastGoodAt.toISOString() }),
    },
  }
}

function expiryPassed({ history }: PairingInput, check: KeyCheck, now: Date): boolean {
  const expiresAt = check.expiresAt ?? history?.expiresAt
  return expiresAt != null && expiresAt <= now
}

function summarise({ provider }: PairingInput, check: KeyCheck, expired: boolean): string {
  if (check.stop) return check.stop.says
  const parts: string[] = []
  if (check.findings.length > 0) parts.push(`${describeFindings(check)} The cleaned value is tested.`)
  if (check.shapeSays) parts.push(check.shapeSays)
  if (check.belongsTo) parts.push(`It looks like a key of ${check.belongsTo}, which this server may well take.`)
  if (expired) parts.push('Its expiry has passed by our records.')
  if (parts.length > 0) return parts.join(' ')
  if (check.format) return `It has the form of ${withArticle(check.format.kind)} of ${companyOf(provider)}.`
  return `${companyOf(provider)} has no documented form of keys to compare with; no hidden character was found.`
}

/** "2 characters that are no part of a key: space (1), line feed (58)." */
export function describeFindings({ findings }: Pick<KeyCheck, 'findings'>): string {
  const shown = findings
    .slice(0, 5)
    .map(({ name, codePoint, position }) => `${name}${codePoint ? ` ${codePoint}` : ''} at ${position}`)
  const more = findings.length > shown.length ? `, and ${findings.length - shown.length} more` : ''
  return `The value holds what is no part of a key: ${shown.join(', ')}${more}.`
}
