import type { AnswerCase } from '../answer-cases.ts'

const error = (code: number, message: string) => ({ code, message })

export const DISCORD_CASES: AnswerCase[] = [
  ['discord', 'paired', 200, { id: '80351110224678912', username: 'Nelly', bot: true, discriminator: '1337' }],
  ['discord', 'unexpected_response', 200, { id: 'x', username: 'Nelly' }],
  ['discord', 'unexpected_response', 200, { id: '80351110224678912' }],
  ['discord', 'key_invalid', 401, error(0, '401: Unauthorized')],
  ['discord', 'key_invalid', 401, error(40001, 'Unauthorized. Provide a valid token and try again')],
  ['discord', 'key_invalid', 401, error(50014, 'x')],
  ['discord', 'key_invalid', 401, { message: '401: UNAUTHORIZED' }],
  [
    'discord',
    'account_suspended',
    403,
    error(40002, 'You need to verify your account in order to perform this action'),
  ],
  ['discord', 'paired_limited', 403, error(50013, 'Missing Permissions')],
  ['discord', 'paired_limited', 403, error(50001, 'Missing Access')],
  ['discord', 'rate_limited', 429, { message: 'You are being rate limited.', retry_after: 64.57, global: true }],
  ['discord', 'rate_limited', 429, error(0, '401: Unauthorized')],
  [
    'discord',
    'rate_limited',
    429,
    '<html><title>Access denied</title></html>',
    { server: 'cloudflare', 'cf-ray': 'x' },
  ],
  ['discord', 'block_page', 403, '<!DOCTYPE html><title>Attention Required! | Cloudflare</title>', { 'cf-ray': 'x' }],
  ['discord', 'rate_limited', 403, 'error code: 1015', { server: 'cloudflare' }],
  ['discord', 'api_version_unsupported', 404, error(50041, 'Invalid API version provided')],
  ['discord', 'base_url_wrong', 404, error(0, '404: Not Found')],
  ['discord', 'provider_outage', 502, error(0, '401: Unauthorized')],
  ['discord', 'unexpected_response', 401, error(99999, 'The guild is out to lunch')],
  ['discord', 'unexpected_response', 403, { lunch: true }],
]
