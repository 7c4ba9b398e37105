import { authorizeKey } from '#lib/access/authorize-key'
import { commit } from '#lib/access/commit'
import { observe } from '#lib/access/observe'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import type { Rotation as RotationRow } from '#lib/db/generated/client'
import { AppError, invalid, notFound } from '#lib/errors'
import { newId } from '#lib/ids'
import { sealVersion } from '#lib/keys/seal-version'
import { storeVersions } from '#lib/keys/store-versions'
import type { PairingResult } from '#lib/pairing/schema'
import { keepKeyPairing } from '#lib/pairings/keep-key-pairing'
import { prepareValueTest } from '#lib/pairings/prepare-value-test'
import { findProvider } from '#lib/providers/catalog'
import { compareResults } from './compare-results.ts'
import { toRotation } from './rotation-row.ts'
import { type Rotation, StartRotationInput } from './schema.ts'

const HOUR_MS = 3_600_000
const ACCEPTED = ['paired', 'paired_limited']

/**
 * Tests a new value live, compares it with the one in use, and only then makes it current; the old one stays valid for
 * the overlap. A value that its provider does not accept changes nothing: the rotation says why. `conflict` while
 * another rotation of the key is open; `invalid` without a value, for want of a reason, or for the value that it has.
 */
export async function startRotation(ctx: Context, keyId: string, given: StartRotationInput): Promise<Rotation> {
  const { value, overlapHours, reason, rehearse } = StartRotationInput.parse(given)
  const grant = await authorizeKey(ctx, 'key.rotate', keyId)
  const key = await read(grant).key.findFirst({
    where: { id: keyId, deletedAt: null },
    include: {
      environment: { select: { protected: true } },
      versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
      state: { select: { lastPairingId: true } },
    },
  })
  if (!key) throw notFound()
  const name = findProvider(key.provider)?.name ?? 'its provider'
  if (value === undefined)
    throw invalid('value', `Claviger does not make keys at ${name} yet. Make one there, and give it here.`)
  if (key.environment.protected && !reason)
    throw invalid('reason', 'This environment is protected: say why the key is rotated.')
  if (await read(grant).rotation.findUnique({ where: { openKeyId: keyId } })) throw alreadyOpen()
  const number = (key.versions[0]?.number ?? 0) + 1
  const { projectId, environmentId, provider: providerId, version: fromVersion } = key
  const version = sealVersion({ projectId, environmentId, keyId, number, value, providerId })
  if (version.fingerprint === key.fingerprint) throw invalid('value', 'This is the value that the key has.')

  const run = await prepareValueTest(
    ctx,
    {
      provider: key.provider,
      value,
      environment: environmentId,
      permissions: key.permissionsDeclared,
      ...(key.baseUrl ? { baseUrl: key.baseUrl } : {}),
    },
    'rotation',
  )
  const result = await run()
  const isAccepted = ACCEPTED.includes(result.verdict)
  const switches = isAccepted && !rehearse
  const last = key.state?.lastPairingId
  const before = last ? await read(grant).pairing.findUnique({ where: { id: last }, select: { result: true } }) : null
  const now = new Date()
  const overlapEndsAt = switches ? new Date(now.getTime() + overlapHours * HOUR_MS) : null
  const row: RotationRow = {
    id: newId('rot'),
    keyId,
    projectId,
    environmentId,
    memberId: ctx.actor.type === 'member' ? ctx.actor.id : null,
    memberName: ctx.actor.name,
    state: switches ? 'draining' : isAccepted ? 'rehearsed' : 'refused',
    fromVersion,
    toVersion: switches ? number : null,
    overlapEndsAt,
    reason: reason ?? null,
    testId: result.id,
    testVerdict: result.verdict,
    testHeadline: result.headline,
    differences: compareResults((before?.result as PairingResult | undefined)?.observed, result.observed),
    openKeyId: switches ? keyId : null,
    createdAt: now,
    endedAt: switches ? null : now,
  }
  await commit(
    grant,
    async (tx) => {
      if (switches) {
        const made = { ...version, keyId, replaces: fromVersion, createdById: ctx.actor.id, reason: reason ?? null }
        await storeVersions(tx, [made])
        await tx.keyVersion.updateMany({ where: { keyId, number: fromVersion }, data: { overlapEndsAt } })
      }
      await tx.rotation.create({ data: row })
      const after = { rotation: row.id, state: row.state, version: row.toVersion, verdict: result.verdict }
      return { result: undefined, event: { reason, before: { version: fromVersion }, after } }
    },
    ALREADY_OPEN,
  )
  if (switches) await adopt(ctx, key, { ...result, keyId, version: number })
  return toRotation(row)
}

/** What the value was when it was tested, the key is now. */
async function adopt(ctx: Context, key: Parameters<typeof keepKeyPairing>[1], result: PairingResult): Promise<void> {
  await observe((db) => db.pairing.deleteMany({ where: { id: result.id } }))
  await keepKeyPairing(ctx, key, result)
}

const ALREADY_OPEN = 'A rotation of this key is open. Complete or cancel that one first. Nothing was changed.'

function alreadyOpen(): AppError {
  return new AppError('conflict', ALREADY_OPEN)
}
