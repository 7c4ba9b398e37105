import { bearer } from '#lib/providers/bearer'
import type { KeyApi } from './key-api.ts'
import { at, jsonCall, keysOf, mintedKey, momentAt, textAt } from './read.ts'

export const pinecone: KeyApi = {
  id: 'pinecone',
  baseUrl: 'https://api.pinecone.io/admin',
  preview: 'Where Pinecone gives tokens to service accounts is not confirmed.',
  source: 'docs.pinecone.io, Admin API: API keys',
  admin: { name: 'Service account', hint: 'Client id and client secret with a colon between them.' },
  settings: [
    { name: 'projectId', label: 'Project', hint: 'Its id, in the console.', pattern: /^[0-9a-f-]{36}$/ },
    {
      name: 'roles',
      label: 'Roles',
      hint: 'Separated by commas.',
      pattern: /^[\w, -]{1,300}$/,
      usual: 'ProjectEditor',
    },
  ],
  signIn: {
    call(admin) {
      const [id = '', secret = ''] = admin.split(':')
      const body = {
        client_id: id,
        client_secret: secret,
        grant_type: 'client_credentials',
        audience: 'https://api.pinecone.io/',
      }
      return { ...jsonCall('POST', '', body), url: 'https://login.pinecone.io/oauth/token' }
    },
    read: (json) => textAt(json, 'access_token'),
  },
  authorize: bearer,
  list: ({ projectId }) => ({ method: 'GET', path: `/projects/${projectId}/api-keys` }),
  readList({ json }) {
    const keys = keysOf(at(json, 'data'), (entry) => {
      return { id: textAt(entry, 'id'), name: textAt(entry, 'name'), createdAt: momentAt(entry, 'created_at') }
    })
    return keys && { keys, next: null }
  },
  mint: ({ projectId, roles = 'ProjectEditor' }, { marker }) =>
    jsonCall('POST', `/projects/${projectId}/api-keys`, {
      name: marker,
      roles: roles.split(',').map((role) => role.trim()),
    }),
  readMint({ json }) {
    return mintedKey(textAt(json, 'key', 'id'), textAt(json, 'value'), null)
  },
  revoke: (_, id) => [{ method: 'DELETE', path: `/api-keys/${encodeURIComponent(id)}` }],
  hasNames: true,
  canExpire: false,
}
