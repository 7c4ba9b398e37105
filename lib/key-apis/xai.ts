import { bearer } from '#lib/providers/bearer'
import type { KeyApi } from './key-api.ts'
import { at, byShown, jsonCall, keysOf, mintedKey, momentAt, shownIn, textAt } from './read.ts'

export const xai: KeyApi = {
  id: 'xai',
  baseUrl: 'https://management-api.x.ai',
  preview: 'The exact path under which xAI deletes a key is not confirmed.',
  source: 'docs.x.ai, Management API',
  admin: { name: 'Management key', hint: 'Made in console.x.ai under Management keys.' },
  settings: [
    { name: 'teamId', label: 'Team', hint: 'The id of the team, in console.x.ai.', pattern: /^[\w-]{8,64}$/ },
    {
      name: 'acls',
      label: 'Rights',
      hint: 'Separated by commas.',
      pattern: /^[\w:*,. -]{1,500}$/,
      usual: 'api-key:model:*,api-key:endpoint:*',
    },
  ],
  authorize: bearer,
  list: ({ teamId }, cursor) => ({
    method: 'GET',
    path: `/auth/teams/${teamId}/api-keys?pageSize=100${cursor ? `&paginationToken=${encodeURIComponent(cursor)}` : ''}`,
  }),
  readList({ json }) {
    const keys = keysOf(at(json, 'apiKeys') ?? [], (entry) => {
      const id = textAt(entry, 'apiKeyId')
      const shown = shownIn(textAt(entry, 'redactedApiKey'))
      return { id, name: textAt(entry, 'name'), createdAt: momentAt(entry, 'createTime'), ...(shown && { shown }) }
    })
    return keys && { keys, next: textAt(json, 'paginationToken') }
  },
  mint: ({ teamId, acls = '' }, { marker }) =>
    jsonCall('POST', `/auth/teams/${teamId}/api-keys`, {
      name: marker,
      acls: acls.split(',').map((acl) => acl.trim()),
    }),
  readMint({ json }) {
    return mintedKey(textAt(json, 'apiKeyId'), textAt(json, 'apiKey'), momentAt(json, 'expireTime'))
  },
  revoke: (_, id) => [{ method: 'DELETE', path: `/auth/api-keys/${encodeURIComponent(id)}` }],
  hasNames: true,
  canExpire: false,
  identify: byShown,
}
