import { read } from '#lib/access/read'
import { CALL_MS, deactivateKey, describeKeys, listKeys, mintKey, revokeKey } from '#lib/automations/ask-key-api'
import type { KeyApiAccess } from '#lib/automations/key-api-access'
import type { ListedKey, MintedKey } from '#lib/key-apis/key-api'
import { sealVersion } from '#lib/keys/seal-version'
import { markerOf, readMarker } from './marker.ts'
import { reach, retry } from './reach.ts'
import type { Step, Turn } from './turn.ts'

const MOST_ATTEMPTS = 5
const SPARE_DAYS = 7
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** After the last moment at which the call can have been under way: lists lag behind. */
const SETTLE_MS = 5_000

/**
 * Asks for a new key, once, right after the intent was made durable. Whoever finds the intent without the key looks
 * whether one was made meanwhile: its value is lost, so it is ended, and another is asked for.
 */
export async function mint(turn: Turn): Promise<Step> {
  return turn.isFresh ? askForKey(turn) : findLost(turn)
}

async function askForKey(turn: Turn): Promise<Step> {
  const { rotation, now } = turn
  const access = await reach(turn, 'make a key')
  if (!('api' in access)) return access
  const expiresAt = access.api.canExpire ? endOf(turn) : null
  const made = await mintKey(access, { marker: markerOf(rotation.id, rotation.attempt), expiresAt })
  if ('minted' in made) return keep(turn, made.minted)
  if (made.trouble === 'unclear') return { waitSeconds: settleSeconds(turn), problem: made.message }
  // It is sure that none was made: the intent is void.
  const step = retry(made, turn)
  return 'waitSeconds' in step
    ? { to: 'planned', data: { problem: step.problem, nextAt: new Date(now().getTime() + step.waitSeconds * 1000) } }
    : 'ask' in step
      ? { ...step, data: { mintAskedAt: null } }
      : step
}

/**
 * When the new key should end: a temporary one lives as long as the one before did. Another one, so long after its next
 * rotation that it has ended by then if it was lost.
 */
function endOf(turn: Turn): Date | null {
  const { key, rotation, now } = turn
  const spare = key.dueEveryDays ? (key.dueEveryDays + SPARE_DAYS) * DAY_MS + rotation.overlapHours * HOUR_MS : null
  const span = lifetimeMs(turn) ?? spare
  return span === null ? null : new Date(now().getTime() + span)
}

/** How long the key before was to live; null where it was to live for ever. */
function lifetimeMs({ key }: Turn): number | null {
  const span = key.expiresAt ? key.expiresAt.getTime() - key.versionCreatedAt.getTime() : 0
  return span > 0 ? span : null
}

/** How long from now a key may still come up that was asked for; 0 once it would have. */
function settleSeconds({ rotation, now }: Turn): number {
  const settledAt = (rotation.mintAskedAt?.getTime() ?? 0) + CALL_MS + SETTLE_MS
  return Math.max(0, Math.ceil((settledAt - now().getTime()) / 1000))
}

function keep(turn: Turn, minted: MintedKey): Step {
  const { key, rotation, grant, now } = turn
  const lifetime = lifetimeMs(turn)
  // Where the provider knows no end, ours stands: a temporary key does not become a lasting one.
  const ownEnd = lifetime === null ? null : new Date(now().getTime() + lifetime)
  const newExpiresAt = minted.expiresAt ? new Date(minted.expiresAt) : ownEnd
  const { projectId, environmentId, provider: providerId, id: keyId } = key
  const number = Math.max(...key.versions.map((version) => version.number)) + 1
  const version = sealVersion({ projectId, environmentId, keyId, number, value: minted.value, providerId })
  return {
    to: 'minted',
    data: {
      toVersion: number,
      newId: minted.id,
      mintAskedAt: null,
      problem: null,
      oldExpiresAt: key.expiresAt,
      newExpiresAt,
    },
    event: { version: number, fingerprint: version.fingerprint, providerKey: minted.id },
    work: async (tx) => {
      const made = { ...version, keyId, state: 'pending' as const, createdById: grant.ctx.actor.id }
      await tx.keyVersion.create({ data: { ...made, providerKeyId: minted.id, reason: rotation.reason } })
    },
  }
}

async function findLost(turn: Turn): Promise<Step> {
  const { rotation } = turn
  // Refused for sure when it was asked for: there is nothing to find.
  if (!rotation.mintAskedAt) return { to: 'planned', data: { problem: null } }
  const waitSeconds = settleSeconds(turn)
  if (waitSeconds > 0)
    return { waitSeconds, problem: rotation.problem ?? 'It is not clear whether a key was made; it is looked for.' }
  const access = await reach(turn, 'look for a key that was lost')
  if (!('api' in access)) return access
  const lost = await findOwn(turn, access)
  if (!('keys' in lost)) return lost
  for (const { id } of lost.keys) {
    const gone = await (access.api.hasNames ? revokeKey(access, id) : deactivateKey(access, id))
    if ('trouble' in gone) return retry(gone, turn)
  }
  const ids = lost.keys.map(({ id }) => id)
  // A key without a name is only likely to be ours: it may be made to work again, and who knows it decides.
  if (ids.length > 0 && !access.api.hasNames)
    return {
      ask: `${ids.join(', ')} came up while a key was asked for whose answer was lost, and was made inactive. Delete it where nobody knows it, then let the rotation go on.`,
      data: { mintAskedAt: null },
    }
  if (rotation.attempt % MOST_ATTEMPTS === 0)
    return {
      ask: `A key was asked for ${rotation.attempt} times, and its value was lost each time. Look at the provider, then let it go on.`,
      data: { mintAskedAt: null },
    }
  return { to: 'planned', data: { mintAskedAt: null, problem: null }, event: { lost: ids } }
}

/** Keys that this rotation made and nobody holds: by their name, else by having come up since within its time. */
async function findOwn(turn: Turn, access: KeyApiAccess): Promise<{ keys: ListedKey[] } | Step> {
  const { rotation } = turn
  const listed = await listKeys(access)
  if ('trouble' in listed) return retry(listed, turn)
  const since = listed.keys.filter(({ id }) => !rotation.knownIds.includes(id))
  const described = await describeKeys(access, since)
  if ('trouble' in described) return retry(described, turn)
  if (access.api.hasNames)
    return { keys: described.keys.filter(({ name }) => readMarker(name)?.rotationId === rotation.id) }
  const askedAt = (rotation.mintAskedAt?.getTime() ?? 0) - SETTLE_MS
  const known = await read(turn.grant).keyVersion.findMany({
    where: { providerKeyId: { in: since.map(({ id }) => id) } },
    select: { providerKeyId: true },
  })
  const isOwn = ({ id, createdAt }: ListedKey) => {
    // Another rotation made it, and holds its value.
    if (known.some(({ providerKeyId }) => providerKeyId === id)) return false
    const made = createdAt ? Date.parse(createdAt) : 0
    return made >= askedAt && made <= askedAt + CALL_MS + 3 * SETTLE_MS
  }
  return { keys: described.keys.filter(isOwn) }
}
