import type { AnswerCase } from '../answer-cases.ts'

const page = '<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>\n'

export const DATADOG_CASES: AnswerCase[] = [
  ['datadog', 'paired', 200, { valid: true }],
  ['datadog', 'unexpected_response', 200, { valid: false }],
  ['datadog', 'unexpected_response', 200, { valid: 'true' }],
  ['datadog', 'unexpected_response', 200, {}],
  ['datadog', 'key_invalid', 403, { errors: ['Forbidden'] }],
  ['datadog', 'key_invalid', 403, { errors: ['403 Forbidden'], status: 'error', code: 403 }],
  ['datadog', 'key_invalid', 401, { errors: ['Invalid API key'] }],
  ['datadog', 'rate_limited', 429, { errors: ['Forbidden'] }],
  ['datadog', 'rate_limited', 429, { errors: ['Rate limited'] }],
  ['datadog', 'provider_outage', 503, { errors: ['Forbidden'] }],
  ['datadog', 'provider_outage', 500, ''],
  ['datadog', 'base_url_wrong', 404, { errors: ['Not found'] }],
  ['datadog', 'block_page', 403, page],
  ['datadog', 'unexpected_response', 403, { errors: ['The dog ate it.'] }],
  ['datadog', 'unexpected_response', 403, ''],
  ['datadog', 'key_invalid', 401, { errors: ['Unauthorized'] }],
  ['datadog', 'ip_not_allowed', 403, { errors: ['Forbidden: IP address not in allowlist'] }],
  [
    'datadog',
    'ip_not_allowed',
    403,
    { errors: [{ status: '403', title: 'Forbidden', detail: 'Your IP is not on the IP allowlist' }] },
  ],
]
