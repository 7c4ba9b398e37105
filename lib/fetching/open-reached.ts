import type { Grant } from '#lib/access/authorize'
import { commitUses, type UseKind } from '#lib/access/commit-uses'
import { readValues, type SealedVersion } from '#lib/access/read-values'
import type { AuditSubject } from '#lib/audit/event'
import { openVersion } from '#lib/keys/open-version'
import type { FetchedValues } from './schema.ts'

/** A key that the caller reaches: id and name. */
export interface ReachedKey {
  id: string
  name: string
}

interface Wanted {
  keys: ReachedKey[]
  /** How history tells it. */
  kind?: UseKind
  /** Also the versions that gave way within the overlap. */
  previous?: boolean
  reason?: string | undefined
  /** What the event is about, where more is known of it than when it was authorized. */
  target?: AuditSubject['target']
  agent?: string | null | undefined
}

/** Opens what the caller reaches. One event names every version that is opened, and is committed before any is. */
export async function openReached(
  grant: Grant,
  { keys, kind = 'fetch', previous = false, reason, target, agent }: Wanted,
): Promise<FetchedValues['values']> {
  const ids = keys.map(({ id }) => id)
  const versions = (await readValues(grant, ids)).filter(({ state }) => previous || state === 'current')
  const uses = versions.map(({ keyId, number }) => ({ keyId, version: number }))
  const { projectId = '', environmentId = '' } = grant.scope
  const find = (id: string, state: string) => versions.find((each) => each.keyId === id && each.state === state)
  const named = keys.map(({ id, name }) => [name, numbersOf(find(id, 'current'), find(id, 'previous'))])
  const subject = { reason, ...(target && { target }), after: { keys: Object.fromEntries(named) } }
  await commitUses(grant, kind, uses, subject, agent)
  const open = (version: SealedVersion) => ({
    value: openVersion({ id: version.keyId, projectId, environmentId }, version),
    version: version.number,
  })
  const values = keys.flatMap(({ id, name }) => {
    const [current, before] = [find(id, 'current'), find(id, 'previous')]
    return current ? [[name, { ...open(current), ...(before && { previous: open(before) }) }]] : []
  })
  return Object.fromEntries(values)
}

function numbersOf(current: SealedVersion | undefined, before: SealedVersion | undefined): number | number[] | null {
  if (!current) return null
  return before ? [current.number, before.number] : current.number
}
