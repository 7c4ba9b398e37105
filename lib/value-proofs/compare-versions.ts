import { timingSafeEqual } from 'node:crypto'
import type { OpenedVersion } from '#lib/keys/open-versions'
import { digestOf, lengthClass } from './prove-value.ts'
import type { ReadProof } from './read-proof.ts'
import type { ValueProof } from './schema.ts'
import { valueVariants } from './value-variants.ts'

type Compared = Omit<ValueProof, 'id' | 'at' | 'by'>

interface Match {
  version: OpenedVersion
  hidden: string | null
}

/** Which stored version the application's side holds. Every form of every version is compared, whatever was found before. */
export function compareVersions(
  versions: readonly OpenedVersion[],
  { digest, lengthClass: theirs }: ReadProof,
  { salt, variable, current }: { salt: string; variable: string; current: number },
): Compared {
  const matches: Match[] = []
  for (const version of versions) {
    for (const { value, hidden } of valueVariants(version.value, variable)) {
      if (timingSafeEqual(digestOf(value, salt), digest)) matches.push({ version, hidden })
    }
  }
  const match = matches.find(({ hidden }) => hidden === null) ?? matches[0]
  if (match) return describe(match, current)
  const stored = versions.find(({ number }) => number === current)
  const length =
    theirs && stored
      ? ` It is ${lengthClass(stored.value) === theirs ? 'about as long as' : 'not as long as'} the current one (${theirs} bytes).`
      : ''
  return {
    outcome: 'other',
    version: null,
    replacedAt: null,
    hidden: null,
    says: `The application’s value is none of the ${versions.length === 1 ? 'one version' : `${versions.length} versions`} stored here.${length}`,
  }
}

function describe({ version: { number, retiredAt }, hidden }: Match, current: number): Compared {
  const isCurrent = number === current
  const replacedAt = isCurrent ? null : (retiredAt?.toISOString() ?? null)
  const which = isCurrent
    ? `the current value (version ${number})`
    : `version ${number}${replacedAt ? `, which was replaced on ${replacedAt}` : ''}; the current one is version ${current}`
  if (hidden)
    return {
      outcome: 'hidden_characters',
      version: number,
      replacedAt,
      hidden,
      says: `The application holds ${which}, but with ${hidden}.`,
    }
  return {
    outcome: isCurrent ? 'current' : 'older',
    version: number,
    replacedAt,
    hidden: null,
    says: `The application holds ${which}.`,
  }
}
