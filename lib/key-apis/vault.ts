import type { KeyApi } from './key-api.ts'
import { at, jsonCall, keysOf, mintedKey, momentAt, textAt } from './read.ts'

/** Tokens of a Vault server: their list says accessors only, and each is asked about by itself. */
export const vault: KeyApi = {
  id: 'vault',
  baseUrl: null,
  source: 'Vault and OpenBao API: auth/token',
  admin: {
    name: 'Token that may create and revoke tokens',
    hint: 'With auth/token/create, lookup-accessor and revoke-accessor.',
  },
  settings: [
    { name: 'policies', label: 'Policies', hint: 'Separated by commas.', pattern: /^[\w, ./-]{1,500}$/ },
    { name: 'ttl', label: 'Lifetime', hint: '768h, say.', pattern: /^\d{1,6}[smhd]$/, usual: '2160h' },
  ],
  authorize: (admin) => ({ 'x-vault-token': admin }),
  list: () => ({ method: 'GET', path: '/v1/auth/token/accessors?list=true' }),
  readList({ json }) {
    const keys = keysOf(at(json, 'data', 'keys'), (entry) => ({ id: textAt(entry), name: null, createdAt: null }))
    return keys && { keys, next: null }
  },
  describe: {
    call: (id) => jsonCall('POST', '/v1/auth/token/lookup-accessor', { accessor: id }),
    read(json) {
      const id = textAt(json, 'data', 'accessor')
      const name = textAt(json, 'data', 'display_name')?.replace(/^token-/, '') ?? null
      return id ? { id, name, createdAt: momentAt(json, 'data', 'creation_time') } : null
    },
  },
  mint: ({ policies = '', ttl }, { marker }) =>
    jsonCall('POST', '/v1/auth/token/create', {
      display_name: marker,
      policies: policies.split(',').map((policy) => policy.trim()),
      ttl,
      no_parent: true,
    }),
  readMint({ json }) {
    const seconds = at(json, 'auth', 'lease_duration')
    const expiresAt = typeof seconds === 'number' && seconds > 0 ? new Date(Date.now() + seconds * 1000) : null
    const [id, value] = [textAt(json, 'auth', 'accessor'), textAt(json, 'auth', 'client_token')]
    return mintedKey(id, value, expiresAt?.toISOString() ?? null)
  },
  revoke: (_, id) => [jsonCall('POST', '/v1/auth/token/revoke-accessor', { accessor: id })],
  hasNames: true,
  canExpire: false,
}
