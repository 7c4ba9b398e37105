import { bearer } from '#lib/providers/bearer'
import type { KeyApi } from './key-api.ts'
import { jsonCall, keysOf, mintedKey, momentAt, textAt } from './read.ts'

const keysOfProject = ({ projectRef }: Readonly<Record<string, string>>) => `/v1/projects/${projectRef}/api-keys`

/** Secret keys of a project; names hold letters, digits and underscores only. */
export const supabase: KeyApi = {
  id: 'supabase-project',
  baseUrl: 'https://api.supabase.com',
  source: 'Supabase Management API description: project API keys',
  admin: { name: 'Personal access token', hint: 'sbp_…' },
  settings: [
    { name: 'projectRef', label: 'Project', hint: '20 letters, in its address.', pattern: /^[a-z]{20}$/ },
    {
      name: 'type',
      label: 'Kind of key',
      hint: 'secret or publishable.',
      pattern: /^(secret|publishable)$/,
      usual: 'secret',
    },
  ],
  authorize: bearer,
  list: (settings) => ({ method: 'GET', path: keysOfProject(settings) }),
  readList({ json }) {
    const keys = keysOf(json, (entry) => {
      const name = textAt(entry, 'name')
      return {
        id: textAt(entry, 'id') ?? name,
        name: name?.replaceAll('_', '-') ?? null,
        createdAt: momentAt(entry, 'inserted_at'),
      }
    })
    return keys && { keys, next: null }
  },
  mint: (settings, { marker }) =>
    jsonCall('POST', `${keysOfProject(settings)}?reveal=true`, {
      type: settings.type,
      name: marker.replaceAll('-', '_'),
    }),
  readMint({ json }) {
    return mintedKey(textAt(json, 'id'), textAt(json, 'api_key'), null)
  },
  revoke: (settings, id) => [
    { method: 'DELETE', path: `${keysOfProject(settings)}/${encodeURIComponent(id)}?reason=rotated` },
  ],
  hasNames: true,
  canExpire: false,
}
