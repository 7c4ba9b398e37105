import type { KeyApi } from './key-api.ts'
import { at, formCall, keysOf, mintedKey, momentAt, textAt } from './read.ts'

/** API keys of an account. The value is the form in which Claviger keeps them: account SID, key SID and secret. */
export const twilio: KeyApi = {
  id: 'twilio',
  baseUrl: 'https://iam.twilio.com/v1',
  source: 'Twilio OpenAPI description: iam v1 Keys',
  admin: {
    name: 'Auth token or main API key',
    hint: 'Account SID and auth token, or key SID and secret, with a colon between them.',
  },
  settings: [{ name: 'accountSid', label: 'Account', hint: 'AC and 32 digits.', pattern: /^AC[0-9a-f]{32}$/ }],
  authorize: (admin) => ({ authorization: `Basic ${Buffer.from(admin).toString('base64')}` }),
  list: ({ accountSid }, cursor) => ({
    method: 'GET',
    path: `/Keys?AccountSid=${accountSid}&PageSize=100${cursor ? `&PageToken=${encodeURIComponent(cursor)}` : ''}`,
  }),
  readList({ json }) {
    const keys = keysOf(at(json, 'keys'), (entry) => {
      return {
        id: textAt(entry, 'sid'),
        name: textAt(entry, 'friendly_name'),
        createdAt: momentAt(entry, 'date_created'),
      }
    })
    const next = textAt(json, 'meta', 'next_page_url')
    return keys && { keys, next: next ? new URL(next).searchParams.get('PageToken') : null }
  },
  mint: ({ accountSid = '' }, { marker }) =>
    formCall('POST', '/Keys', { AccountSid: accountSid, FriendlyName: marker }),
  readMint({ json }, { accountSid }) {
    const [id, secret] = [textAt(json, 'sid'), textAt(json, 'secret')]
    return mintedKey(id, secret && `${accountSid}:${id}:${secret}`, null)
  },
  revoke: (_, id) => [{ method: 'DELETE', path: `/Keys/${encodeURIComponent(id)}` }],
  hasNames: true,
  canExpire: false,
  identify: (value) => /\bSK[0-9a-fA-F]{32}\b/.exec(value)?.[0] ?? null,
}
