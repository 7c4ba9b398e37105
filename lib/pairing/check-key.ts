import { catalog } from '#lib/providers/catalog'
import { companyOf } from '#lib/providers/company-of'
import { FOREIGN_FORMATS } from '#lib/providers/foreign-formats'
import { matchesFormat } from '#lib/providers/matches-format'
import type { KeyFormat, Provider } from '#lib/providers/provider'
import type { Confidence, Verdict } from '#lib/providers/verdict'
import { cleanValue, type Finding } from './clean-value.ts'
import { environmentMark } from './environment-mark.ts'
import type { PairingInput } from './pairing-input.ts'
import { withArticle } from './texts/with-article.ts'

/** What the value itself shows, before anything is sent. */
export interface KeyCheck {
  cleaned: string
  findings: Finding[]
  /** False when even the cleaned value cannot travel in a header. */
  isSendable: boolean
  format?: KeyFormat
  /** `unknown` where the provider's form is not documented. */
  shape: 'match' | 'mismatch' | 'unknown'
  /** What is odd about the shape, in a sentence without any part of the value. */
  shapeSays?: string
  /** Another company whose key this fully looks like. */
  belongsTo?: string
  /** Expiry that the value itself carries (a JWT). */
  expiresAt?: Date
  /** Decided offline: nothing is sent. */
  stop?: { verdict: Verdict; confidence: Confidence; says: string }
}

export function checkKey(input: Pick<PairingInput, 'provider' | 'value' | 'environment'>): KeyCheck {
  const { provider } = input
  const unpacked = provider.unpack?.(input.value)
  const { cleaned, findings } = unpacked ? { cleaned: unpacked, findings: [] } : cleanValue(input.value)
  const format = findFormat(provider, cleaned)
  const belongsTo = format ? undefined : findOwner(provider, cleaned)
  const shape = provider.keyFormats.length === 0 ? 'unknown' : format?.role === 'usable' ? 'match' : 'mismatch'
  const check: KeyCheck = {
    cleaned,
    findings,
    isSendable: /^[\x21-\x7e]+$/.test(cleaned),
    format,
    shape,
    shapeSays: shape === 'mismatch' ? describeShape(provider, cleaned) : undefined,
    belongsTo,
    expiresAt: readJwtExpiry(cleaned),
  }
  return { ...check, stop: decideOffline(input, check) }
}

/** The usable kinds come first, so that a form which fits both counts as usable. */
function findFormat(provider: Provider, value: string): KeyFormat | undefined {
  const fits = provider.keyFormats.filter((format) => matchesFormat(value, format))
  return fits.find((format) => format.role === 'usable') ?? fits[0]
}

function findOwner(provider: Provider, value: string): string | undefined {
  const other = catalog.find(
    (one) =>
      one.id !== provider.id && one.keyFormats.some((format) => !format.isShared && matchesFormat(value, format)),
  )
  return (other && companyOf(other)) ?? FOREIGN_FORMATS.find(({ pattern }) => pattern.test(value))?.name
}

function decideOffline(
  { provider, environment }: Pick<PairingInput, 'provider' | 'environment'>,
  check: KeyCheck,
): KeyCheck['stop'] {
  if (!check.isSendable) return { verdict: 'key_hidden_characters', confidence: 'proven', says: unsendable(check) }
  if (check.belongsTo && provider.dialect === 'documented')
    return {
      verdict: 'wrong_provider_key',
      confidence: 'proven',
      says: `The value has exactly the form of a key of ${check.belongsTo}, and not that of ${companyOf(provider)}.`,
    }
  if (check.format?.role === 'wrong_kind')
    return {
      verdict: 'wrong_key_kind',
      confidence: check.format.confirmed ? 'proven' : 'likely',
      says: `The value has the form of ${withArticle(check.format.kind)}. ${check.format.instead ?? ''}`.trim(),
    }
  const mark = environmentMark(environment)
  if (check.format?.environment && mark && check.format.environment !== mark)
    return {
      verdict: 'wrong_environment',
      confidence: 'proven',
      says: `The value marks itself as a ${check.format.environment} key, and the environment “${environment?.slug}” is for ${mark} keys.`,
    }
  return undefined
}

function unsendable({ cleaned }: KeyCheck): string {
  if (cleaned === '') return 'Nothing is left of the value once spaces, line breaks and quotes are taken away.'
  return 'The value holds characters that no key has and that cannot be sent in a header: letters that only look like plain ones, or text around the key.'
}

/** Lengths and the public start only: never a part of the value itself. */
function describeShape(provider: Provider, value: string): string {
  const usable = provider.keyFormats.filter((format) => format.role === 'usable')
  const marked = usable.filter(({ prefix }) => prefix !== '')
  const likely = marked
    .filter(({ prefix }) => value.startsWith(prefix))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0]
  if (likely)
    return `It begins like ${withArticle(likely.kind)} (${likely.prefix}), but is ${value.length} characters long and not of the documented form, usually ${usualLength(likely)} characters: it may be cut off or mistyped.`
  const unmarked = usable.find(({ prefix }) => prefix === '')
  if (unmarked)
    return `It is ${value.length} characters long and has not the form of ${withArticle(unmarked.kind)} of ${companyOf(provider)}, usually ${usualLength(unmarked)} characters: it may be cut off or mistyped.`
  const starts = [...new Set(marked.map(({ prefix }) => prefix))]
  return `It is ${value.length} characters long and does not begin with ${starts.join(' or ')}, as ${companyOf(provider)}’s keys do.`
}

function usualLength({ example }: KeyFormat): number {
  return example((length) => 'x'.repeat(length)).length
}

/** The `exp` of a JSON Web Token; the signature is the provider's business. */
function readJwtExpiry(value: string): Date | undefined {
  const payload = /^eyJ[\w-]*\.([\w-]+)\.[\w-]*$/.exec(value)?.[1]
  if (!payload) return undefined
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    const exp = typeof claims === 'object' && claims !== null && 'exp' in claims ? claims.exp : undefined
    return typeof exp === 'number' && exp > 0 && exp < 1e11 ? new Date(exp * 1000) : undefined
  } catch {
    return undefined
  }
}
