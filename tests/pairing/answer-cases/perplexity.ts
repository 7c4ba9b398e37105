import type { AnswerCase } from '../answer-cases.ts'

const error = (message: string, type: string, code: number) => ({ error: { message, type, code } })
const bare = (status: string) =>
  `<html>\n<head><title>${status}</title></head>\n<body>\n<center><h1>${status}</h1></center>\n<hr><center>openresty/1.25.3</center>\n</body>\n</html>`

export const PERPLEXITY_CASES: AnswerCase[] = [
  ['perplexity', 'paired', 200, { requests: [{ id: 'r', status: 'COMPLETED', model: 'sonar' }], next_token: 'n' }],
  ['perplexity', 'paired', 200, { next_token: null, requests: [] }],
  ['perplexity', 'unexpected_response', 200, { requests: 'none' }],
  ['perplexity', 'unknown', 401, bare('401 Authorization Required')],
  ['perplexity', 'unknown', 401, bare('401 Authorization Required'), { 'CF-Ray': '9a1f-FRA', Server: 'cloudflare' }],
  ['perplexity', 'block_page', 403, bare('403 Forbidden')],
  ['perplexity', 'block_page', 401, '<html><body>Please sign in to continue</body></html>'],
  ['perplexity', 'provider_outage', 502, bare('502 Bad Gateway')],
  [
    'perplexity',
    'key_invalid',
    401,
    error('Invalid API key provided. Get one in the console.', 'invalid_api_key', 401),
  ],
  ['perplexity', 'key_invalid', 401, error('No.', 'AUTHENTICATION_ERROR', 401)],
  ['perplexity', 'key_revoked', 401, error('This API key was revoked.', 'invalid_api_key', 401)],
  ['perplexity', 'quota_or_billing', 401, error('You exceeded your current quota.', 'insufficient_quota', 401)],
  ['perplexity', 'quota_or_billing', 401, { error: { message: 'You are out of credits.' } }],
  ['perplexity', 'paired_limited', 403, error('You do not have permission to use sonar-pro.', 'x', 403)],
  ['perplexity', 'rate_limited', 429, error('Request rate limit exceeded', 'request_rate_limit_exceeded', 429)],
  ['perplexity', 'api_version_unsupported', 404, error('Sonar has been discontinued.', 'not_found', 404)],
  ['perplexity', 'api_version_unsupported', 410, ''],
  ['perplexity', 'base_url_wrong', 404, { detail: 'Not Found' }],
  ['perplexity', 'unexpected_response', 401, { footnotes: 3 }],
  [
    'perplexity',
    'unknown',
    401,
    '<html><head><title>401 Authorization Required</title></head><body><center><h1>401 Authorization Required</h1></center><hr><center>cloudflare</center></body></html>',
    { server: 'cloudflare', 'cf-ray': 'x' },
  ],
]
