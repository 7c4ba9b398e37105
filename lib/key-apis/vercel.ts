import { bearer } from '#lib/providers/bearer'
import type { KeyApi } from './key-api.ts'
import { at, jsonCall, keysOf, mintedKey, textAt } from './read.ts'

export const vercel: KeyApi = {
  id: 'vercel',
  baseUrl: 'https://api.vercel.com',
  source: 'Vercel SDK: authentication',
  admin: { name: 'Account token', hint: 'Another token of the same account.' },
  settings: [],
  authorize: bearer,
  list: (_, cursor) => ({
    method: 'GET',
    path: `/v6/user/tokens?limit=100${cursor ? `&until=${encodeURIComponent(cursor)}` : ''}`,
  }),
  readList({ json }) {
    const keys = keysOf(at(json, 'tokens'), (entry) => {
      const id = textAt(entry, 'id')
      const created = at(entry, 'createdAt')
      return {
        id,
        name: textAt(entry, 'name'),
        createdAt: typeof created === 'number' ? new Date(created).toISOString() : null,
      }
    })
    return keys && { keys, next: textAt(json, 'pagination', 'next') }
  },
  mint: (_, { marker, expiresAt }) =>
    jsonCall('POST', '/v3/user/tokens', { name: marker, ...(expiresAt && { expiresAt: expiresAt.getTime() }) }),
  readMint({ json }) {
    const [id, value] = [textAt(json, 'token', 'id'), textAt(json, 'bearerToken')]
    const expires = at(json, 'token', 'expiresAt')
    return mintedKey(id, value, typeof expires === 'number' ? new Date(expires).toISOString() : null)
  },
  revoke: (_, id) => [{ method: 'DELETE', path: `/v3/user/tokens/${encodeURIComponent(id)}` }],
  hasNames: true,
  canExpire: true,
}
