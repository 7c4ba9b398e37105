import { createHash } from 'node:crypto'
import { signWebhook } from '#lib/channels/sign-webhook'
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
    return signWebhook(secret, idOf(body, now), body, now)
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

/**
 * A key asked for or ended twice has the same id, so that whoever receives it twice can tell; a listing is new each time,
 * lest a receiver that refuses what it has seen refuses it.
 */
function idOf(body: string, at: Date): string {
  const once = body.startsWith('{"type":"keys.list"') ? at.toISOString() : ''
  return `msg_${createHash('sha256')
    .update(body + once)
    .digest('hex')
    .slice(0, 24)}`
}
