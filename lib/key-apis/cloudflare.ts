import { bearer } from '#lib/providers/bearer'
import type { KeyApi } from './key-api.ts'
import { at, jsonCall, keysOf, mintedKey, momentAt, textAt } from './read.ts'

const tokensOf = ({ accountId }: Readonly<Record<string, string>>) => `/accounts/${accountId}/tokens`

export const cloudflare: KeyApi = {
  id: 'cloudflare',
  baseUrl: 'https://api.cloudflare.com/client/v4',
  preview: 'The exact paths of Cloudflare’s account tokens are not confirmed.',
  source: 'developers.cloudflare.com, API: account owned tokens',
  admin: { name: 'Token with “API Tokens Write”', hint: 'Owned by the account.' },
  settings: [
    { name: 'accountId', label: 'Account', hint: '32 hexadecimal digits.', pattern: /^[0-9a-f]{32}$/ },
    {
      name: 'policies',
      label: 'Policies',
      hint: 'What the token may do, as JSON: copy it from GET …/tokens/{id} of the present one.',
      pattern: /^\s*\[[\s\S]{2,8000}\]\s*$/,
    },
  ],
  authorize: bearer,
  list: (settings, cursor) => ({ method: 'GET', path: `${tokensOf(settings)}?per_page=50&page=${cursor ?? 1}` }),
  readList({ json }) {
    const keys = keysOf(at(json, 'result'), (entry) => {
      return { id: textAt(entry, 'id'), name: textAt(entry, 'name'), createdAt: momentAt(entry, 'issued_on') }
    })
    const [page, pages] = [at(json, 'result_info', 'page'), at(json, 'result_info', 'total_pages')]
    const hasMore = typeof page === 'number' && typeof pages === 'number' && page < pages
    return keys && { keys, next: hasMore ? String(page + 1) : null }
  },
  mint: (settings, { marker, expiresAt }) =>
    jsonCall('POST', tokensOf(settings), {
      name: marker,
      policies: JSON.parse(settings.policies ?? '[]'),
      ...(expiresAt && { expires_on: `${expiresAt.toISOString().slice(0, 19)}Z` }),
    }),
  readMint({ json }) {
    return mintedKey(
      textAt(json, 'result', 'id'),
      textAt(json, 'result', 'value'),
      momentAt(json, 'result', 'expires_on'),
    )
  },
  revoke: (settings, id) => [{ method: 'DELETE', path: `${tokensOf(settings)}/${encodeURIComponent(id)}` }],
  hasNames: true,
  canExpire: true,
}
