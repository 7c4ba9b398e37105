import { bearer } from '#lib/providers/bearer'
import type { KeyApi } from './key-api.ts'
import { at, jsonCall, keysOf, mintedKey, textAt } from './read.ts'

export const sendgrid: KeyApi = {
  id: 'sendgrid',
  baseUrl: 'https://api.sendgrid.com/v3',
  source: 'SendGrid OpenAPI description: API keys',
  admin: { name: 'API key with the scopes api_keys.*', hint: 'A key that it makes never exceeds its own scopes.' },
  settings: [
    {
      name: 'scopes',
      label: 'Scopes',
      hint: 'Separated by commas.',
      pattern: /^[\w., -]{1,4000}$/,
      usual: 'mail.send',
    },
  ],
  authorize: bearer,
  list: () => ({ method: 'GET', path: '/api_keys' }),
  readList({ json }) {
    const keys = keysOf(at(json, 'result'), (entry) => {
      return { id: textAt(entry, 'api_key_id'), name: textAt(entry, 'name'), createdAt: null }
    })
    return keys && { keys, next: null }
  },
  mint: ({ scopes = 'mail.send' }, { marker }) =>
    jsonCall('POST', '/api_keys', { name: marker, scopes: scopes.split(',').map((scope) => scope.trim()) }),
  readMint({ json }) {
    return mintedKey(textAt(json, 'api_key_id'), textAt(json, 'api_key'), null)
  },
  revoke: (_, id) => [{ method: 'DELETE', path: `/api_keys/${encodeURIComponent(id)}` }],
  hasNames: true,
  canExpire: false,
  // The id stands in the value: SG.<id>.<secret>. Believed only where the list holds it.
  identify(value, listed) {
    const id = value.split('.')[1]
    return listed.find((key) => key.id === id)?.id ?? null
  },
}
