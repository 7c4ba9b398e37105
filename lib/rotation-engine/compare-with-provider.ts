import { authorize } from '#lib/access/authorize'
import { bySystem } from '#lib/access/by-system'
import { commitEvent } from '#lib/access/commit'
import { observe } from '#lib/access/observe'
import { read } from '#lib/access/read'
import { describeKeys, listKeys, revokeKey } from '#lib/automations/ask-key-api'
import { accessOf } from '#lib/automations/key-api-access'
import { openMaker } from '#lib/automations/open-maker'
import type { UnknownKey } from '#lib/automations/schema'
import type { Automation, Key } from '#lib/db/generated/client'
import { isAppError } from '#lib/errors'
import { readMarker } from './marker.ts'

const QUARTER_MS = 15 * 60_000
const DAY_MS = 24 * 3_600_000
const MOST_UNKNOWN = 200
const ACTOR = 'Comparison with providers'

/**
 * Compares the keys at each provider with those known here: within a day of a rotation every quarter of an hour, else once
 * a day. What a rotation made and lost is ended; what nobody here knows is only reported.
 */
export async function compareWithProviders(now = new Date()): Promise<void> {
  const everywhere = await authorize(bySystem(ACTOR), 'rotation.advance')
  const recent = await read(everywhere).rotation.groupBy({
    by: ['keyId'],
    where: { mode: 'automatic', OR: [{ endedAt: null }, { endedAt: { gt: new Date(now.getTime() - DAY_MS) } }] },
  })
  const keyIds = recent.map(({ keyId }) => keyId)
  const before = (ms: number) => ({ OR: [{ triedAt: null }, { triedAt: { lt: new Date(now.getTime() - ms) } }] })
  const due = await read(everywhere).automation.findMany({
    where: {
      key: { deletedAt: null, project: { deletedAt: null } },
      OR: [{ keyId: { in: keyIds }, ...before(QUARTER_MS) }, before(DAY_MS)],
    },
    include: { key: true },
    orderBy: { triedAt: { sort: 'asc', nulls: 'first' } },
    take: 100,
  })
  for (const automation of due) await compareOne(automation, now)
}

/** Keeps what the comparison of one key comes to. */
export async function compareOne(automation: Automation & { key: Key }, now: Date): Promise<void> {
  const { keyId } = automation
  const keep = (data: object) =>
    observe((db) => db.automation.updateMany({ where: { keyId }, data: { triedAt: now, ...data } }))
  try {
    const found = await compareWithProvider(automation)
    if ('problem' in found) await keep({ problem: found.problem.slice(0, 500) })
    else await keep({ comparedAt: now, problem: null, unknownKeys: found.unknownKeys.slice(0, MOST_UNKNOWN) })
  } catch (error) {
    if (!isAppError(error)) throw error
    await keep({ problem: error.message.slice(0, 500) })
  }
}

/** Ends what rotations made and lost there; returns what nobody here knows. */
export async function compareWithProvider(
  automation: Automation & { key: Key },
): Promise<{ unknownKeys: UnknownKey[] } | { problem: string }> {
  const { key, makerKeyId } = automation
  const { projectId, environmentId } = key
  const target = { type: 'key', id: key.id, name: key.name }
  const scope = { projectId, environmentId, subject: { projectId, environmentId, keyId: key.id, target } }
  const grant = await authorize(bySystem(ACTOR), 'rotation.advance', scope)
  const access = accessOf(automation, await openMaker(grant, makerKeyId, { for: key.id, to: 'compare the keys' }))
  if (!access) return { problem: 'This release does not know the key API of this key any more.' }
  const listed = await listKeys(access)
  if ('trouble' in listed) return { problem: listed.message }
  const db = read(grant)
  const ids = listed.keys.map(({ id }) => id)
  const versions = await db.keyVersion.findMany({
    where: { providerKeyId: { in: ids }, state: { not: 'revoked' } },
    select: { providerKeyId: true },
  })
  const known = new Set(versions.map(({ providerKeyId }) => providerKeyId))
  const strange = listed.keys.filter(({ id }) => !known.has(id))
  const described = await describeKeys(access, access.api.describe ? strange.slice(0, MOST_UNKNOWN) : strange)
  if ('trouble' in described) return { problem: described.message }
  const made = described.keys.flatMap((each) => {
    const marker = readMarker(each.name)
    return marker ? [{ ...each, rotationId: marker.rotationId }] : []
  })
  const makers = await db.rotation.findMany({
    where: { id: { in: made.map(({ rotationId }) => rotationId) } },
    select: { id: true, openKeyId: true },
  })
  const isOpen = new Map(makers.map(({ id, openKeyId }) => [id, openKeyId !== null]))
  // One whose rotation is not known here may be another installation's, or of later than this backup: nobody ends it.
  const lost = made.filter(({ rotationId }) => isOpen.get(rotationId) === false)
  for (const { id, rotationId } of lost) {
    await commitEvent(grant, { after: { rotation: rotationId, lost: id } })
    const gone = await revokeKey(access, id)
    if ('trouble' in gone) return { problem: gone.message }
  }
  const ours = new Set(made.filter(({ rotationId }) => isOpen.has(rotationId)).map(({ id }) => id))
  const unknownKeys = described.keys.filter(({ id }) => !ours.has(id))
  return { unknownKeys: unknownKeys.map(({ id, name, createdAt }) => ({ id, name, createdAt })) }
}
