import type { KeyApi } from './key-api.ts'
import { at, jsonCall, keysOf, mintedKey, momentAt, textAt } from './read.ts'

export const deepgram: KeyApi = {
  id: 'deepgram',
  baseUrl: 'https://api.deepgram.com/v1',
  source: 'developers.deepgram.com, manage: keys',
  admin: { name: 'API key of an owner or administrator', hint: 'Of the same project.' },
  settings: [
    { name: 'projectId', label: 'Project', hint: 'Its id, in the console.', pattern: /^[\w-]{8,64}$/ },
    {
      name: 'scopes',
      label: 'Scopes',
      hint: 'Separated by commas.',
      pattern: /^[\w:, -]{1,300}$/,
      usual: 'member',
    },
  ],
  authorize: (admin) => ({ authorization: `Token ${admin}` }),
  list: ({ projectId }) => ({ method: 'GET', path: `/projects/${projectId}/keys` }),
  readList({ json }) {
    const keys = keysOf(at(json, 'api_keys'), (entry) => {
      return {
        id: textAt(entry, 'api_key', 'api_key_id'),
        name: textAt(entry, 'api_key', 'comment'),
        createdAt: momentAt(entry, 'api_key', 'created'),
      }
    })
    return keys && { keys, next: null }
  },
  mint: ({ projectId, scopes = 'member' }, { marker, expiresAt }) =>
    jsonCall('POST', `/projects/${projectId}/keys`, {
      comment: marker,
      scopes: scopes.split(',').map((scope) => scope.trim()),
      ...(expiresAt && { expiration_date: expiresAt.toISOString() }),
    }),
  readMint({ json }) {
    return mintedKey(textAt(json, 'api_key_id'), textAt(json, 'key'), momentAt(json, 'expiration_date'))
  },
  revoke: ({ projectId }, id) => [{ method: 'DELETE', path: `/projects/${projectId}/keys/${encodeURIComponent(id)}` }],
  hasNames: true,
  canExpire: true,
}
