import { bearer } from '#lib/providers/bearer'
import type { KeyApi } from './key-api.ts'
import { at, byShown, jsonCall, keysOf, mintedKey, momentAt, shownIn, textAt } from './read.ts'

const keysOfUser = ({ accountId, userId }: Readonly<Record<string, string>>) =>
  `/accounts/${accountId}/users/${userId}/apiKeys`

export const fireworks: KeyApi = {
  id: 'fireworks',
  baseUrl: 'https://api.fireworks.ai/v1',
  preview: 'How Fireworks lists and deletes keys is not confirmed.',
  source: 'Fireworks API reference: apiKeys',
  admin: { name: 'API key of an administrator', hint: 'fw_…, of a user who may make keys for others.' },
  settings: [
    { name: 'accountId', label: 'Account', hint: 'As in accounts/my-team.', pattern: /^[\w-]{1,80}$/ },
    {
      name: 'userId',
      label: 'User',
      hint: 'The user or service account whose key it is.',
      pattern: /^[\w.@-]{1,120}$/,
    },
  ],
  authorize: bearer,
  list: (settings, cursor) => ({
    method: 'GET',
    path: `${keysOfUser(settings)}?pageSize=200${cursor ? `&pageToken=${encodeURIComponent(cursor)}` : ''}`,
  }),
  readList({ json }) {
    const keys = keysOf(at(json, 'apiKeys') ?? [], (entry) => {
      const id = textAt(entry, 'keyId')
      const shown = shownIn(textAt(entry, 'key'))
      return {
        id,
        name: textAt(entry, 'displayName'),
        createdAt: momentAt(entry, 'createTime'),
        ...(shown && { shown }),
      }
    })
    return keys && { keys, next: textAt(json, 'nextPageToken') }
  },
  mint: (settings, { marker, expiresAt }) =>
    jsonCall('POST', keysOfUser(settings), {
      apiKey: { displayName: marker, ...(expiresAt && { expireTime: expiresAt.toISOString() }) },
    }),
  readMint({ json }) {
    return mintedKey(textAt(json, 'keyId'), textAt(json, 'key'), momentAt(json, 'expireTime'))
  },
  revoke: (settings, id) => [jsonCall('POST', `${keysOfUser(settings)}:delete`, { keyId: id })],
  hasNames: true,
  canExpire: true,
  identify: byShown,
}
