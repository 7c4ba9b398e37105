import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { RotationPolicy } from '#lib/db/generated/client'

interface Placed {
  id: string
  environmentId: string
  projectId: string
}

/** All policies at once: there are few, and many keys ask. */
export async function readPolicyBook(grant: Grant) {
  const rows = await read(grant).rotationPolicy.findMany()
  const by = (column: 'keyId' | 'environmentId' | 'projectId') =>
    new Map(rows.flatMap((row) => (row[column] ? [[row[column], row] as const] : [])))
  const [ofKeys, ofEnvironments, ofProjects] = [by('keyId'), by('environmentId'), by('projectId')]
  const first = <T>(key: Placed, pick: (row: RotationPolicy) => T | null | undefined): T | null =>
    [ofKeys.get(key.id), ofEnvironments.get(key.environmentId), ofProjects.get(key.projectId)]
      .map((row) => (row ? (pick(row) ?? null) : null))
      .find((value) => value !== null) ?? null
  return {
    longestLead: rows.flatMap(({ leadDays }) => leadDays),
    leadDaysOf: (key: Placed) => first(key, ({ leadDays }) => (leadDays.length > 0 ? leadDays : null)),
    isByItself: (key: Placed) => first(key, ({ byItself }) => byItself) ?? true,
    ownerOf: (key: Placed) => first(key, ({ ownerId }) => ownerId),
    backupOf: (key: Placed) => first(key, ({ backupId }) => backupId),
  }
}
export type PolicyBook = Awaited<ReturnType<typeof readPolicyBook>>
