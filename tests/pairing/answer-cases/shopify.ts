import type { AnswerCase } from '../answer-cases.ts'

const errors = (text: string) => ({ errors: text })
const wrong = '[API] Invalid API key or access token (unrecognized login or wrong password)'

export const SHOPIFY_CASES: AnswerCase[] = [
  ['shopify', 'paired', 200, { access_scopes: [{ handle: 'read_products' }, { handle: 'write_orders' }] }],
  ['shopify', 'paired', 200, { access_scopes: [] }],
  ['shopify', 'unexpected_response', 200, { access_scopes: ['read_products'] }],
  ['shopify', 'unexpected_response', 200, { shop: { name: 'x' } }],
  ['shopify', 'key_invalid', 401, errors(wrong)],
  ['shopify', 'key_invalid', 401, errors(wrong.toUpperCase())],
  ['shopify', 'key_invalid', 401, { errors: [{ message: 'Invalid API key or access token' }] }],
  ['shopify', 'paired_limited', 403, errors('[API] This action requires merchant approval for read_all_orders scope.')],
  ['shopify', 'paired_limited', 403, errors('User does not have access')],
  ['shopify', 'quota_or_billing', 402, errors("This shop's plan does not have access to this feature")],
  ['shopify', 'quota_or_billing', 402, errors('Unavailable Shop')],
  ['shopify', 'account_suspended', 423, errors('This shop is unavailable: locked')],
  ['shopify', 'rate_limited', 429, errors('Exceeded 4 calls per second for api client.'), { 'Retry-After': '2.0' }],
  ['shopify', 'rate_limited', 429, errors(wrong)],
  ['shopify', 'base_url_wrong', 404, errors('Not Found')],
  ['shopify', 'base_url_wrong', 404, '<!DOCTYPE html><html><title>Shopify: 404</title></html>'],
  ['shopify', 'provider_outage', 503, errors('Access denied')],
  ['shopify', 'unexpected_response', 401, errors('The shelf is bare')],
  ['shopify', 'unexpected_response', 403, { shelf: 'bare' }],
  ['shopify', 'block_page', 403, '<html><body>User does not have access</body></html>'],
  ['shopify', 'account_suspended', 403, { errors: 'Shop is frozen' }],
]
