import { expect, test } from 'vitest'
import { readAnswer } from '#lib/pairing/read-answer'
import type { Success } from '#lib/providers/provider'
import { answerOf, providerOf } from '../pairing/conclude-from.ts'

/** What a success tells about the key, beyond that it is good. */
const cases: [provider: string, body: unknown, reveals: Partial<Success>][] = [
  [
    'twilio',
    { sid: 'AC1', owner_account_sid: 'AC0', friendly_name: 'Shop', status: 'active', type: 'Full' },
    { observed: { owner: 'Shop', organisation: 'AC0' } },
  ],
  ['twilio', { account_sid: 'AC1', balance: '4.20', currency: 'USD' }, { observed: { organisation: 'AC1' } }],
  ['sendgrid', { scopes: ['mail.send', 7] }, { observed: { permissions: ['mail.send'] } }],
  [
    'mailgun',
    { total_count: 4, items: ['a', 'b', 'c', 'd'].map((name) => ({ name, state: 'active' })) },
    { observed: { organisation: 'a, b, c' } },
  ],
  [
    'resend',
    { object: 'list', data: [{ id: '1', name: 'x.example', status: 'verified' }] },
    { observed: { organisation: 'x.example', permissions: ['full_access', 'sending_access'] } },
  ],
  ['discord', { id: '80351110224678912', username: 'Nelly' }, { observed: { owner: 'Nelly' } }],
  [
    'telegram',
    { ok: true, result: { is_bot: true, username: 'x_bot', can_join_groups: true, supports_inline_queries: false } },
    { observed: { owner: '@x_bot', permissions: ['can_join_groups'] } },
  ],
  [
    'sentry',
    { version: '0', auth: { scopes: ['org:read'] }, user: { name: 'Ada', email: 'ada@example.com' } },
    { observed: { owner: 'ada@example.com', permissions: ['org:read'] } },
  ],
  [
    'mapbox',
    { code: 'TokenValid', token: { user: 'ada', scopes: ['styles:read'], expires: '2030-01-31T12:00:00.000Z' } },
    { observed: { owner: 'ada', permissions: ['styles:read'], expiresAt: '2030-01-31T12:00:00.000Z' } },
  ],
  [
    'hubspot',
    { portalId: 42, accountType: 'DEVELOPER_TEST' },
    { observed: { organisation: 'account 42' }, environment: 'test' },
  ],
  ['hubspot', { portalId: 42, accountType: 'STANDARD' }, { environment: undefined }],
  [
    'shopify',
    { access_scopes: [{ handle: 'read_orders' }, { handle: 'write_products' }] },
    { observed: { permissions: ['read_orders', 'write_products'] } },
  ],
]

test.each(cases)('%s: a success reveals whose the key is and what it may (%#)', async (id, body, reveals) => {
  const success = providerOf(id).readSuccess(await answerOf({ status: 200, body }))
  expect(success).toMatchObject(reveals)
})

test('HubSpot, Shopify and Resend name the permission that is missing', async () => {
  const missing = async (id: string, status: number, body: unknown) => {
    return readAnswer(providerOf(id), await answerOf({ status, body }), 'api.example.com').missing
  }
  const hubspot = {
    category: 'MISSING_SCOPES',
    message: 'x',
    errors: [{ context: { requiredGranularScopes: ['oauth'] } }],
  }
  expect(await missing('hubspot', 403, hubspot)).toEqual(['oauth'])
  const shopify = { errors: '[API] This action requires merchant approval for read_orders scope.' }
  expect(await missing('shopify', 403, shopify)).toEqual(['read_orders'])
  expect(await missing('resend', 401, { name: 'restricted_api_key', message: 'x' })).toEqual(['full_access'])
})
