import type { KeyApi } from './key-api.ts'
import { at, byShown, jsonCall, keysOf, mintedKey, momentAt, nextOffset, shownIn, textAt } from './read.ts'

const PAGE = 100

export const mistral: KeyApi = {
  id: 'mistral',
  baseUrl: 'https://api.mistral.ai/v1/admin',
  preview: 'Mistral calls this API a beta, and documents two addresses for it.',
  source: 'docs.mistral.ai, Admin API: API keys',
  admin: { name: 'Admin API key', hint: 'Made in backoffice.mistral.ai; a usual key has no such rights.' },
  settings: [
    {
      name: 'workspaceId',
      label: 'Workspace',
      hint: 'The id of the workspace that the keys belong to.',
      pattern: /^[0-9a-f-]{36}$/,
    },
  ],
  authorize: (admin) => ({ 'x-api-key': admin }),
  list: (_, cursor) => ({ method: 'GET', path: `/api-keys?limit=${PAGE}&offset=${cursor ?? 0}` }),
  readList({ json }, cursor) {
    const keys = keysOf(at(json, 'keys'), (entry) => {
      const id = textAt(entry, 'key_id')
      const shown = shownIn(textAt(entry, 'hidden_key'))
      return { id, name: textAt(entry, 'name'), createdAt: momentAt(entry, 'created_at'), ...(shown && { shown }) }
    })
    return keys && { keys, next: nextOffset(keys.length, cursor, PAGE) }
  },
  mint: ({ workspaceId }, { marker, expiresAt }) =>
    jsonCall('POST', '/api-keys', {
      name: marker,
      workspace_uuid: workspaceId,
      ...(expiresAt && { expiration: expiresAt.toISOString() }),
    }),
  readMint({ json }) {
    return mintedKey(textAt(json, 'key_id'), textAt(json, 'key'), momentAt(json, 'expiration_date'))
  },
  revoke: (_, id) => [{ method: 'DELETE', path: `/api-keys/${encodeURIComponent(id)}` }],
  hasNames: true,
  canExpire: true,
  identify: byShown,
}
