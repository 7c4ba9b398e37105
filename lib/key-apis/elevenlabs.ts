import type { KeyApi } from './key-api.ts'
import { at, jsonCall, keysOf, mintedKey, momentAt, textAt } from './read.ts'

const keysOfAccount = ({ serviceAccountId }: Readonly<Record<string, string>>) =>
  `/service-accounts/${serviceAccountId}/api-keys`

export const elevenlabs: KeyApi = {
  id: 'elevenlabs',
  baseUrl: 'https://api.elevenlabs.io/v1',
  preview: 'The names of the fields in ElevenLabs’ answers are not confirmed.',
  source: 'elevenlabs.io/docs, service accounts: API keys; needs a plan with several seats',
  admin: { name: 'API key of a workspace administrator', hint: 'Of a workspace with several seats.' },
  settings: [
    {
      name: 'serviceAccountId',
      label: 'Service account',
      hint: 'Its user id, under Workspace settings.',
      pattern: /^[\w-]{3,80}$/,
    },
    {
      name: 'permissions',
      label: 'Permissions',
      hint: '“all”, or names separated by commas.',
      pattern: /^[\w, -]{1,500}$/,
      usual: 'all',
    },
  ],
  authorize: (admin) => ({ 'xi-api-key': admin }),
  list: (settings) => ({ method: 'GET', path: keysOfAccount(settings) }),
  readList({ json }) {
    const keys = keysOf(at(json, 'api-keys'), (entry) => {
      const id = textAt(entry, 'key_id')
      const hint = textAt(entry, 'hint')
      return {
        id,
        name: textAt(entry, 'name'),
        createdAt: momentAt(entry, 'created_at_unix'),
        ...(hint && { shown: { start: '', end: hint.replace(/^[.…*]+/, '') } }),
      }
    })
    return keys && { keys, next: null }
  },
  mint: (settings, { marker }) =>
    jsonCall('POST', keysOfAccount(settings), {
      name: marker,
      permissions: permissionsOf(settings.permissions ?? 'all'),
    }),
  readMint({ json }) {
    return mintedKey(textAt(json, 'key_id'), textAt(json, 'xi-api-key'), null)
  },
  revoke: (settings, id) => [{ method: 'DELETE', path: `${keysOfAccount(settings)}/${encodeURIComponent(id)}` }],
  hasNames: true,
  canExpire: false,
}

function permissionsOf(text: string): string | string[] {
  return text.trim() === 'all' ? 'all' : text.split(',').map((name) => name.trim())
}
