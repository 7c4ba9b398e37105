import type { Grant } from '#lib/access/authorize'
import { authorizeKey } from '#lib/access/authorize-key'
import { commit } from '#lib/access/commit'
import { observe } from '#lib/access/observe'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, invalid, notFound } from '#lib/errors'
import { newId } from '#lib/ids'
import { sealVersion } from '#lib/keys/seal-version'
import { storeVersions } from '#lib/keys/store-versions'
import type { PairingResult } from '#lib/pairing/schema'
import { keepKeyPairing } from '#lib/pairings/keep-key-pairing'
import { prepareValueTest } from '#lib/pairings/prepare-value-test'
import { findProvider } from '#lib/providers/catalog'
import { ACCEPTED } from '#lib/providers/verdict'
import { effectivePolicy } from '#lib/rotation-policies/effective-policy'
import { type PolicyPlace, readPolicies } from '#lib/rotation-policies/read-policies'
import { runtime } from '#lib/server/runtime'
import { compareResults } from './compare-results.ts'
import { toRotation } from './rotation-row.ts'
import { type Rotation, StartRotationInput } from './schema.ts'
import { ALREADY_OPEN, startAutomaticRotation } from './start-automatic-rotation.ts'

const HOUR_MS = 3_600_000

/**
 * Tests a new value live, compares it with the one in use, and only then makes it current; the old one stays valid for
 * the overlap. A value that its provider does not accept changes nothing: the rotation says why. `conflict` while
 * another rotation of the key is open; `invalid` without a value, for want of a reason, or for the value that it has.
 */
export async function startRotation(ctx: Context, keyId: string, given: StartRotationInput): Promise<Rotation> {
  const { value, reason, rehearse, emergency, ...asked } = StartRotationInput.parse(given)
  const grant = await authorizeKey(ctx, 'key.rotate', keyId)
  const key = await read(grant).key.findFirst({
    where: { id: keyId, deletedAt: null },
    include: {
      environment: { select: { protected: true } },
      versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
      state: { select: { lastPairingId: true } },
      automation: { select: { keyId: true } },
    },
  })
  if (!key) throw notFound()
  const place = { keyId, environmentId: key.environmentId, projectId: key.projectId }
  const overlapHours = emergency ? 0 : (asked.overlapHours ?? (await usualOverlap(grant, place)))
  const name = findProvider(key.provider)?.name ?? 'its provider'
  if (key.environment.protected && !reason)
    throw invalid('reason', 'This environment is protected: say why the key is rotated.')
  if (value === undefined && key.automation)
    return startAutomaticRotation(ctx, grant, { key, overlapHours, reason, rehearse, emergency })
  if (value === undefined)
    throw invalid(
      'value',
      `Nothing makes keys at ${name} for this one: give the value of a new one, or set up how Claviger makes it (PUT /keys/${keyId}/automation).`,
    )
  const open = await read(grant).rotation.findUnique({ where: { openKeyId: keyId } })
  // Whoever lost the answer and asks again gets the one that their value began.
  if (open?.toVersion === key.version && runtime().keyring.fingerprint(value) === key.fingerprint)
    return toRotation(open)
  if (open) throw new AppError('conflict', ALREADY_OPEN)
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
  const row = {
    id: newId('rot'),
    keyId,
    projectId,
    environmentId,
    memberId: ctx.actor.type === 'member' ? ctx.actor.id : null,
    memberName: ctx.actor.name,
    state: switches ? 'draining' : isAccepted ? 'rehearsed' : 'refused',
    rehearse,
    emergency,
    overlapHours,
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
  const kept = await commit(
    grant,
    async (tx) => {
      if (switches) {
        const made = { ...version, keyId, replaces: fromVersion, createdById: ctx.actor.id, reason: reason ?? null }
        await storeVersions(tx, [made])
        await tx.keyVersion.updateMany({ where: { keyId, number: fromVersion }, data: { overlapEndsAt } })
      }
      const result = await tx.rotation.create({ data: row })
      const after = { rotation: row.id, state: row.state, version: row.toVersion, verdict: row.testVerdict }
      return { result, event: { reason, before: { version: fromVersion }, after } }
    },
    ALREADY_OPEN,
  )
  if (switches) await adopt(ctx, key, { ...result, keyId, version: number })
  return toRotation(kept)
}

/** What the value was when it was tested, the key is now. */
async function adopt(ctx: Context, key: Parameters<typeof keepKeyPairing>[1], result: PairingResult): Promise<void> {
  await observe((db) => db.pairing.deleteMany({ where: { id: result.id } }))
  await keepKeyPairing(ctx, key, result)
}

async function usualOverlap(grant: Grant, place: PolicyPlace): Promise<number> {
  return effectivePolicy(await readPolicies(grant, place)).overlapHours
}
