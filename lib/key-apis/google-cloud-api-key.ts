import { createSign } from 'node:crypto'
import { bearer } from '#lib/providers/bearer'
import { isRecord } from '#lib/providers/read-error'
import type { KeyApi } from './key-api.ts'
import { at, formCall, jsonCall, keysOf, mintedKey, momentAt, textAt } from './read.ts'

const TOKENS = 'https://oauth2.googleapis.com/token'
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform'
const keysOfProject = ({ projectId }: Readonly<Record<string, string>>) =>
  `/v2/projects/${projectId}/locations/global/keys`

/** Makes keys through a long-running operation, whose answer holds the key once it is done. */
export const googleCloudApiKey: KeyApi = {
  id: 'google-cloud-api-key',
  baseUrl: 'https://apikeys.googleapis.com',
  preview: 'Keys are made without restrictions of their own: set them in the console.',
  source: 'cloud.google.com/api-keys/docs/reference/rest, and OAuth 2.0 for service accounts',
  admin: { name: 'Service account key', hint: 'The JSON file of a service account with the role API Keys Admin.' },
  settings: [{ name: 'projectId', label: 'Project', hint: 'Id or number.', pattern: /^[a-z0-9:.-]{4,60}$/ }],
  signIn: {
    call: (admin, now) => ({
      ...formCall('POST', '', {
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: assertionOf(admin, now),
      }),
      url: TOKENS,
    }),
    read: (json) => textAt(json, 'access_token'),
  },
  authorize: bearer,
  list: (settings, cursor) => ({
    method: 'GET',
    path: `${keysOfProject(settings)}?pageSize=300${cursor ? `&pageToken=${encodeURIComponent(cursor)}` : ''}`,
  }),
  readList({ json }) {
    const keys = keysOf(at(json, 'keys') ?? [], readKey)
    return keys && { keys, next: textAt(json, 'nextPageToken') }
  },
  mint: (settings, { marker }) => jsonCall('POST', keysOfProject(settings), { displayName: marker }),
  stillMinting({ json }) {
    const name = textAt(json, 'name')
    return name && at(json, 'done') !== true ? { method: 'GET', path: `/v2/${name}` } : null
  },
  readMint({ json }) {
    const key = at(json, 'response')
    return mintedKey(textAt(key, 'uid'), textAt(key, 'keyString'), null)
  },
  revoke: (settings, id) => [{ method: 'DELETE', path: `${keysOfProject(settings)}/${encodeURIComponent(id)}` }],
  hasNames: true,
  canExpire: false,
}

function readKey(entry: unknown) {
  return {
    id: textAt(entry, 'uid'),
    name: textAt(entry, 'displayName'),
    createdAt: momentAt(entry, 'createTime'),
  }
}

/** A signed statement that Google swaps for an access token (RFC 7523). */
function assertionOf(file: string, now: Date): string {
  const { client_email: email, private_key: key } = fieldsOf(file)
  const seconds = Math.floor(now.getTime() / 1000)
  const claims = { iss: email, scope: SCOPE, aud: TOKENS, iat: seconds, exp: seconds + 3600 }
  const signed = [{ alg: 'RS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`
}

function fieldsOf(file: string): { client_email: string; private_key: string } {
  const json: unknown = JSON.parse(file)
  if (!isRecord(json) || typeof json.client_email !== 'string' || typeof json.private_key !== 'string')
    throw new SyntaxError('This is not the JSON file of a service account.')
  return { client_email: json.client_email, private_key: json.private_key }
}
