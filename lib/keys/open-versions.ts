import type { Grant } from '#lib/access/authorize'
import { commitUse } from '#lib/access/commit-use'
import { read } from '#lib/access/read'
import { notFound } from '#lib/errors'
import { openVersion } from './open-version.ts'

/** More versions than anybody compares with; the newest count. */
const MOST_VERSIONS = 20

export interface OpenedVersion {
  number: number
  value: string
  state: string
  /** When a newer one took its place; null for the current one. */
  retiredAt: Date | null
}

/**
 * The values of a key, newest first, to compare something with them or to look for them in a text: they go to nobody.
 * The use is committed before any of them is opened, and names every version.
 */
export async function openVersions(grant: Grant, keyId: string, purpose: string): Promise<OpenedVersion[]> {
  const db = read(grant)
  const key = await db.key.findFirst({ where: { id: keyId, deletedAt: null } })
  if (!key) throw notFound()
  const rows = await db.keyVersion.findMany({ where: { keyId }, orderBy: { number: 'desc' }, take: MOST_VERSIONS })
  const after = { purpose, versions: rows.map(({ number }) => number) }
  await commitUse(grant, { key, version: key.version, kind: 'compare' }, { after })
  return rows.map((row) => {
    const next = rows.find(({ number }) => number === row.number + 1)
    const retiredAt = row.number === key.version ? null : (row.retiredAt ?? next?.createdAt ?? null)
    return { number: row.number, value: openVersion(key, row), state: row.state, retiredAt }
  })
}
