import { bearer } from '#lib/providers/bearer'
import type { KeyApi } from './key-api.ts'
import { at, byShown, jsonCall, keysOf, mintedKey, momentAt, shownIn, textAt } from './read.ts'

const PAGE = 100
const USER_KEY = 'user:'

/**
 * Keys of service accounts: an account for each, since a person's project keys are not made by API, and a service
 * account's key is not deleted but with its account.
 */
export const openai: KeyApi = {
  id: 'openai',
  baseUrl: 'https://api.openai.com/v1',
  source: 'OpenAI administration API: project service accounts and project API keys',
  admin: { name: 'Admin key', hint: 'sk-admin-…, made by an owner of the organisation under Admin keys.' },
  settings: [
    { name: 'projectId', label: 'Project', hint: 'proj_…, under Project settings.', pattern: /^proj_[\w-]{3,60}$/ },
  ],
  authorize: bearer,
  list: ({ projectId }, cursor) => ({
    method: 'GET',
    path: `/organization/projects/${projectId}/api_keys?limit=${PAGE}${cursor ? `&after=${encodeURIComponent(cursor)}` : ''}`,
  }),
  readList({ json }) {
    const keys = keysOf(at(json, 'data'), readKey)
    return keys && { keys, next: at(json, 'has_more') === true ? textAt(json, 'last_id') : null }
  },
  mint: ({ projectId }, { marker, expiresAt }) =>
    jsonCall('POST', `/organization/projects/${projectId}/service_accounts`, {
      name: marker,
      ...(expiresAt && { expires_in_seconds: Math.min(secondsUntil(expiresAt), 31_536_000) }),
    }),
  readMint({ json }) {
    return mintedKey(textAt(json, 'id'), textAt(json, 'api_key', 'value'), momentAt(json, 'api_key', 'expires_at'))
  },
  revoke: ({ projectId }, id) => [
    {
      method: 'DELETE',
      path: id.startsWith(USER_KEY)
        ? `/organization/projects/${projectId}/api_keys/${encodeURIComponent(id.slice(USER_KEY.length))}`
        : `/organization/projects/${projectId}/service_accounts/${encodeURIComponent(id)}`,
    },
  ],
  hasNames: true,
  canExpire: true,
  identify: byShown,
}

function readKey(entry: unknown) {
  const account = at(entry, 'owner', 'service_account')
  const ownId = textAt(entry, 'id')
  return {
    id: textAt(account, 'id') ?? (ownId && `${USER_KEY}${ownId}`),
    name: textAt(account, 'name') ?? textAt(entry, 'name'),
    createdAt: momentAt(entry, 'created_at'),
    shown: shownIn(textAt(entry, 'redacted_value')),
  }
}

function secondsUntil(moment: Date): number {
  return Math.max(60, Math.round((moment.getTime() - Date.now()) / 1000))
}
