import { listKeys } from '#lib/automations/ask-key-api'
import type { KeyApi, ListedKey } from '#lib/key-apis/key-api'
import { openVersions } from '#lib/keys/open-versions'
import { reach, retry } from './reach.ts'
import type { Step, Turn } from './turn.ts'

/**
 * Looks which keys there are, and which of them is the present one, before another is asked for. What it leaves behind is
 * the intent to ask, with the name that the key will have.
 */
export async function plan(turn: Turn): Promise<Step> {
  const { rotation, key, now } = turn
  if (key.deletedAt || key.version !== rotation.fromVersion)
    return { end: 'failed', data: { problem: 'The key was changed before a new value was made. Nothing was changed.' } }
  const access = await reach(turn, 'list the keys')
  if (!('api' in access)) return access
  const listed = await listKeys(access)
  if ('trouble' in listed) return retry(listed, turn)
  const { api } = access
  const oldId = await identify(turn, api, listed.keys)
  if (api.mostKeys && listed.keys.length >= api.mostKeys)
    return {
      ask: `There are ${listed.keys.length} keys already, and no more are allowed beside each other. Delete one that nobody uses, then let it go on.`,
    }
  const knownIds = listed.keys.map(({ id }) => id)
  return {
    to: 'minting',
    data: { knownIds, oldId, attempt: rotation.attempt + 1, mintAskedAt: now(), problem: null },
    event: { attempt: rotation.attempt + 1 },
    work: async (tx) => {
      const where = { keyId: key.id, number: rotation.fromVersion, providerKeyId: null }
      if (oldId !== null) await tx.keyVersion.updateMany({ where, data: { providerKeyId: oldId } })
    },
  }
}

/** What Claviger made it knows; of the others it looks, where the provider shows enough of its keys. */
async function identify({ grant, key, rotation }: Turn, api: KeyApi, listed: ListedKey[]): Promise<string | null> {
  const version = key.versions.find(({ number }) => number === rotation.fromVersion)
  if (version?.providerKeyId) return version.providerKeyId
  if (!api.identify) return null
  const opened = await openVersions(grant, key.id, 'to find the key at its provider')
  const value = opened.find(({ number }) => number === rotation.fromVersion)?.value
  return value === undefined ? null : api.identify(value, listed)
}
