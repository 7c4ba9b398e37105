import type { KeyApi } from './key-api.ts'
import { at, jsonCall, keysOf, mintedKey, momentAt, nextPage, textAt } from './read.ts'

const PAGE = 100

export const datadog: KeyApi = {
  id: 'datadog',
  baseUrl: 'https://api.datadoghq.com',
  source: 'docs.datadoghq.com, API: key management v2',
  admin: {
    name: 'API key and application key',
    hint: 'With a colon between them; the application key needs api_keys_write.',
  },
  settings: [],
  authorize(admin) {
    const [key = '', application = ''] = admin.split(':')
    return { 'dd-api-key': key, 'dd-application-key': application }
  },
  list: (_, cursor) => ({ method: 'GET', path: `/api/v2/api_keys?page[size]=${PAGE}&page[number]=${cursor ?? 0}` }),
  readList({ json }, cursor) {
    const keys = keysOf(at(json, 'data'), (entry) => {
      const id = textAt(entry, 'id')
      const last4 = textAt(entry, 'attributes', 'last4')
      return {
        id,
        name: textAt(entry, 'attributes', 'name'),
        createdAt: momentAt(entry, 'attributes', 'created_at'),
        ...(last4 && { shown: { start: '', end: last4 } }),
      }
    })
    return keys && { keys, next: nextPage(keys.length, cursor, PAGE, 0) }
  },
  mint: (_, { marker }) =>
    jsonCall('POST', '/api/v2/api_keys', { data: { type: 'api_keys', attributes: { name: marker } } }),
  readMint({ json }) {
    return mintedKey(textAt(json, 'data', 'id'), textAt(json, 'data', 'attributes', 'key'), null)
  },
  revoke: (_, id) => [{ method: 'DELETE', path: `/api/v2/api_keys/${encodeURIComponent(id)}` }],
  hasNames: true,
  canExpire: false,
  identify(value, listed) {
    const fitting = listed.filter(({ shown }) => shown && value.endsWith(shown.end))
    return fitting.length === 1 ? (fitting[0]?.id ?? null) : null
  },
}
