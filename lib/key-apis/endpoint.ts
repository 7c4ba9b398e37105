import { createHmac } from 'node:crypto'
import type { KeyApi } from './key-api.ts'
import { at, jsonCall, keysOf, mintedKey, momentAt, textAt } from './read.ts'

/**
 * A server of the customer's own that makes keys where no API of the provider does: every call is a POST to one address,
 * signed as Standard Webhooks says (standardwebhooks.com), with `type` `keys.list`, `keys.mint` or `keys.revoke`.
 */
export const endpoint: KeyApi = {
  id: 'endpoint',
  baseUrl: null,
  source: 'lib/decisions: automatic rotation',
  admin: { name: 'Signing secret', hint: 'whsec_ and base64, or any text: both sides know it.' },
  settings: [],
  authorize(secret, { body = '', at: now }) {
    const [id, timestamp] = [`msg_${idOf(body)}`, String(Math.floor(now.getTime() / 1000))]
    const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret)
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
    return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
  },
  list: (_, cursor) => jsonCall('POST', '', { type: 'keys.list', data: { cursor } }),
  readList({ json }) {
    const keys = keysOf(at(json, 'keys'), (entry) => {
      return { id: textAt(entry, 'id'), name: textAt(entry, 'name'), createdAt: momentAt(entry, 'createdAt') }
    })
    return keys && { keys, next: textAt(json, 'nextCursor') }
  },
  mint: (_, { marker, expiresAt }) =>
    jsonCall('POST', '', { type: 'keys.mint', data: { name: marker, expiresAt: expiresAt?.toISOString() ?? null } }),
  readMint({ json }) {
    return mintedKey(textAt(json, 'id'), textAt(json, 'value'), momentAt(json, 'expiresAt'))
  },
  revoke: (_, id) => [jsonCall('POST', '', { type: 'keys.revoke', data: { id } })],
  hasNames: true,
  canExpire: true,
}

/** The same body has the same id: whoever receives it twice can tell. */
function idOf(body: string): string {
  return createHmac('sha256', 'claviger').update(body).digest('hex').slice(0, 24)
}
