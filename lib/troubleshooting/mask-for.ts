import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { resolveProvider } from '#lib/custom-providers/resolve-provider'
import { openVersions } from '#lib/keys/open-versions'
import { makeMasker } from '#lib/log-reading/mask-text'
import { secretsIn } from '#lib/pairing/secrets-in'

/** Takes every secret out of what a person gives, before any of it is kept. */
export interface Mask {
  text(value: string): string
  deep<T extends object>(value: T): T
  /** The values of the record's own key, for a reader that masks by itself. */
  known: readonly string[]
}

/** For what holds no text of a person's own. */
export const MASK_NOTHING: Mask = { text: (value) => value, deep: (value) => value, known: [] }

/**
 * Knows the values of the record's own key, whatever they look like, and the forms of keys and credentials in general.
 * Opening the values is a use of the key, and recorded as one.
 */
export async function maskFor(grant: Grant, recordId: string): Promise<Mask> {
  const row = await read(grant).troubleshooting.findUnique({
    where: { id: recordId },
    select: { key: { select: { id: true, provider: true, deletedAt: true } } },
  })
  return row?.key?.deletedAt === null ? maskForKey(grant, row.key) : makeMask([])
}

export async function maskForKey(grant: Grant, key: { id: string; provider: string }): Promise<Mask> {
  const provider = await resolveProvider(grant, key.provider)
  const versions = await openVersions(grant, key.id, 'to keep them out of what was pasted')
  return makeMask(versions.flatMap(({ value }) => (provider ? secretsIn(provider, value) : [value])))
}

export function makeMask(known: readonly string[]): Mask {
  const text = makeMasker(known)
  return { text, deep: (value) => mapTexts(value, text), known }
}

function mapTexts<T extends object>(value: T, text: (value: string) => string): T {
  const entries = Object.entries(value).map(([name, each]) => [name, typeof each === 'string' ? text(each) : each])
  return Object.fromEntries(entries)
}
