import type { AnswerCase } from '../answer-cases.ts'

const refused = (code: number, message: string) => ({ errors: [{ message, code }], success: false, result: null })
const found = (result: unknown) => ({ result, success: true, errors: [], messages: [] })
const page = (title: string) => `<!DOCTYPE html><html><head><title>${title}</title></head><body>${title}</body></html>`
const edge = { 'cf-ray': '9a1-FRA', server: 'cloudflare' }

export const CLOUDFLARE_CASES: AnswerCase[] = [
  ['cloudflare', 'paired', 200, found({ id: 'a1', status: 'active' }), edge],
  ['cloudflare', 'paired', 200, found({ id: 'a1', status: 'active', expires_on: '2027-01-01T00:00:00Z' })],
  ['cloudflare', 'key_expired', 200, found({ id: 'a1', status: 'expired' })],
  ['cloudflare', 'key_revoked', 200, found({ status: 'disabled', id: 'a1', not_before: '2026-01-01T00:00:00Z' })],
  ['cloudflare', 'unexpected_response', 200, found({ id: 'a1', status: 'sleeping' })],
  ['cloudflare', 'unexpected_response', 200, found(null)],
  ['cloudflare', 'unexpected_response', 200, { success: true }],
  ['cloudflare', 'key_invalid', 401, refused(1000, 'Invalid API Token'), edge],
  ['cloudflare', 'key_invalid', 403, refused(9109, 'Invalid access token')],
  ['cloudflare', 'key_invalid', 400, refused(6003, 'Invalid request headers')],
  ['cloudflare', 'ip_not_allowed', 403, refused(9109, 'Cannot use the access token from location: 2001:db8::1')],
  ['cloudflare', 'paired_limited', 403, refused(9109, 'Unauthorized to access requested resource')],
  ['cloudflare', 'paired_limited', 403, refused(10000, 'Authentication error'), edge],
  ['cloudflare', 'rate_limited', 429, refused(971, 'Please wait and consider throttling your request speed')],
  ['cloudflare', 'rate_limited', 429, refused(1000, 'Invalid API Token')],
  ['cloudflare', 'base_url_wrong', 400, refused(7000, 'No route for that URI')],
  ['cloudflare', 'provider_outage', 502, page('502 Bad Gateway'), edge],
  ['cloudflare', 'provider_outage', 500, refused(1000, 'Invalid API Token')],
  ['cloudflare', 'block_page', 403, page('Attention Required! | Cloudflare'), edge],
  ['cloudflare', 'unexpected_response', 401, refused(1, 'The lamps are cold.')],
  [
    'cloudflare',
    'rate_limited',
    403,
    { success: false, errors: [{ code: 10502, message: 'Too many authentication failures. Please try again later.' }] },
  ],
]
