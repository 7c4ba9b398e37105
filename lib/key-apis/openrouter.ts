import { createHash } from 'node:crypto'
import { bearer } from '#lib/providers/bearer'
import type { KeyApi } from './key-api.ts'
import { at, jsonCall, keysOf, mintedKey, momentAt, nextOffset, textAt } from './read.ts'

const PAGE = 100

export const openrouter: KeyApi = {
  id: 'openrouter',
  baseUrl: 'https://openrouter.ai/api/v1',
  source: 'openrouter.ai/docs, Management API keys',
  admin: { name: 'Management key', hint: 'Made at openrouter.ai/settings/management-keys; it cannot call models.' },
  settings: [],
  authorize: bearer,
  list: (_, cursor) => ({ method: 'GET', path: `/keys?offset=${cursor ?? 0}` }),
  readList({ json }, cursor) {
    const keys = keysOf(at(json, 'data'), (entry) => {
      return { id: textAt(entry, 'hash'), name: textAt(entry, 'name'), createdAt: momentAt(entry, 'created_at') }
    })
    return keys && { keys, next: nextOffset(keys.length, cursor, PAGE) }
  },
  mint: (_, { marker, expiresAt }) =>
    jsonCall('POST', '/keys', { name: marker, ...(expiresAt && { expires_at: expiresAt.toISOString() }) }),
  readMint({ json }) {
    return mintedKey(textAt(json, 'data', 'hash'), textAt(json, 'key'), momentAt(json, 'data', 'expires_at'))
  },
  revoke: (_, id) => [{ method: 'DELETE', path: `/keys/${encodeURIComponent(id)}` }],
  hasNames: true,
  canExpire: true,
  // The id that OpenRouter gives a key is the SHA-256 of its value; believed only where the list holds it.
  identify(value, listed) {
    const hash = createHash('sha256').update(value).digest('hex')
    return listed.some(({ id }) => id === hash) ? hash : null
  },
}
