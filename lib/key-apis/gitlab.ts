import type { KeyApi } from './key-api.ts'
import { jsonCall, keysOf, mintedKey, momentAt, nextPage, textAt } from './read.ts'

const tokensOf = ({ owner }: Readonly<Record<string, string>>) => `/${owner}/access_tokens`
const PAGE = 100

/**
 * Access tokens of a project or group. The call by which a token rotates itself is not used: it ends the old token at
 * once, and asked twice it ends the whole family.
 */
export const gitlab: KeyApi = {
  id: 'gitlab',
  baseUrl: 'https://gitlab.com/api/v4',
  source: 'docs.gitlab.com, project and group access tokens',
  admin: { name: 'Token of a maintainer or owner', hint: 'With the scope api.' },
  settings: [
    {
      name: 'owner',
      label: 'Project or group',
      hint: 'projects/123 or groups/45.',
      pattern: /^(projects|groups)\/[\w%.-]{1,120}$/,
    },
    { name: 'scopes', label: 'Scopes', hint: 'Separated by commas.', pattern: /^[\w, ]{1,300}$/, usual: 'read_api' },
    {
      name: 'accessLevel',
      label: 'Access level',
      hint: '10 guest, 20 reporter, 30 developer, 40 maintainer.',
      pattern: /^(10|15|20|30|40|50)$/,
      usual: '30',
    },
  ],
  authorize: (admin) => ({ 'private-token': admin }),
  list: (settings, cursor) => ({
    method: 'GET',
    path: `${tokensOf(settings)}?state=active&per_page=${PAGE}&page=${cursor ?? 1}`,
  }),
  readList({ json }, cursor) {
    const keys = keysOf(json, (entry) => {
      return { id: textAt(entry, 'id'), name: textAt(entry, 'name'), createdAt: momentAt(entry, 'created_at') }
    })
    return keys && { keys, next: nextPage(keys.length, cursor, PAGE, 1) }
  },
  mint: (settings, { marker, expiresAt }) =>
    jsonCall('POST', tokensOf(settings), {
      name: marker,
      scopes: (settings.scopes ?? '').split(',').map((scope) => scope.trim()),
      access_level: Number(settings.accessLevel ?? 30),
      // GitLab gives none a longer life than a year.
      expires_at: (expiresAt ?? new Date(Date.now() + 364 * 86_400_000)).toISOString().slice(0, 10),
    }),
  readMint({ json }) {
    return mintedKey(textAt(json, 'id'), textAt(json, 'token'), momentAt(json, 'expires_at'))
  },
  revoke: (settings, id) => [{ method: 'DELETE', path: `${tokensOf(settings)}/${encodeURIComponent(id)}` }],
  hasNames: true,
  canExpire: true,
}
