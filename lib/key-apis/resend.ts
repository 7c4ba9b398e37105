import { bearer } from '#lib/providers/bearer'
import type { KeyApi } from './key-api.ts'
import { at, jsonCall, keysOf, mintedKey, momentAt, textAt } from './read.ts'

export const resend: KeyApi = {
  id: 'resend',
  baseUrl: 'https://api.resend.com',
  source: 'Resend OpenAPI description: API keys',
  admin: { name: 'API key with full access', hint: 're_…' },
  settings: [
    {
      name: 'permission',
      label: 'Permission',
      hint: 'full_access or sending_access.',
      pattern: /^(full_access|sending_access)$/,
      usual: 'sending_access',
    },
  ],
  authorize: bearer,
  list: () => ({ method: 'GET', path: '/api-keys' }),
  readList({ json }) {
    const keys = keysOf(at(json, 'data'), (entry) => {
      return { id: textAt(entry, 'id'), name: textAt(entry, 'name'), createdAt: momentAt(entry, 'created_at') }
    })
    return keys && { keys, next: null }
  },
  mint: ({ permission }, { marker }) => jsonCall('POST', '/api-keys', { name: marker, permission }),
  readMint({ json }) {
    return mintedKey(textAt(json, 'id'), textAt(json, 'token'), null)
  },
  revoke: (_, id) => [{ method: 'DELETE', path: `/api-keys/${encodeURIComponent(id)}` }],
  hasNames: true,
  canExpire: false,
}
