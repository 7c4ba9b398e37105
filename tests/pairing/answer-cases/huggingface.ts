import type { AnswerCase } from '../answer-cases.ts'
import { htmlPage } from './html-page.ts'

const id = 'huggingface'
const about = (auth: object, more: object = {}) => ({ type: 'user', name: 'lab', orgs: [], auth, ...more })

export const HUGGINGFACE_CASES: AnswerCase[] = [
  [id, 'paired', 200, about({ type: 'access_token', accessToken: { displayName: 'ci', role: 'write' } })],
  [id, 'paired', 200, { name: 'lab', auth: { accessToken: { role: 'fineGrained', fineGrained: { scoped: [] } } } }],
  [id, 'paired', 200, { type: 'org', name: 'lab-org', email: null }],
  [id, 'unexpected_response', 200, [{ _id: '1', id: 'lab/model', private: false }]],
  [id, 'unexpected_response', 200, { name: 'a router' }],
  [id, 'unexpected_response', 200, { auth: { accessToken: { role: 'read' } } }],
  [id, 'key_invalid', 401, { error: 'Invalid username or password.' }],
  [id, 'key_invalid', 401, { error: 'Invalid user token.' }],
  [id, 'key_invalid', 401, { error: 'Invalid or expired token' }],
  [
    id,
    'key_invalid',
    401,
    { error: 'invalid credentials in authorization header' },
    { 'X-Error-Code': 'Unauthorized' },
  ],
  [id, 'key_expired', 401, { error: 'User Access Token "nightly build" is expired' }],
  [id, 'key_expired', 401, { error: 'Your access token has expired.' }],
  [
    id,
    'key_revoked',
    403,
    { error: 'Your token has been revoked by the organization administrator. Contact them for access to acme/model.' },
  ],
  [
    id,
    'paired_limited',
    403,
    { error: 'This authentication method does not have sufficient permissions to call Inference Endpoints of acme' },
  ],
  [id, 'paired_limited', 403, { error: 'You must use a fine-grained token to access the resources of acme.' }],
  [id, 'paired_limited', 403, { error: 'Your fine-grained token is pending approval by an administrator of acme.' }],
  [id, 'unexpected_response', 403, { error: 'Forbidden' }],
  [id, 'unexpected_response', 401, { error: 'The moon is full.' }],
  [id, 'rate_limited', 429, { error: 'Too many requests' }, { RateLimit: '"api";r=0;t=12' }],
  [id, 'rate_limited', 429, { error: 'Invalid username or password.' }],
  [
    id,
    'quota_or_billing',
    402,
    { error: 'You have depleted your monthly included credits. Purchase pre-paid credits.' },
  ],
  [
    id,
    'api_version_unsupported',
    410,
    { error: 'https://api-inference.huggingface.co is no longer supported. Please use https://router.huggingface.co' },
  ],
  [id, 'base_url_wrong', 404, { error: 'Sorry, we can’t find the page you are looking for.' }],
  [id, 'base_url_wrong', 404, htmlPage('404 – Hugging Face')],
  [id, 'block_page', 403, htmlPage('Access denied', 'Category: AI tools')],
  [id, 'provider_outage', 503, htmlPage('503 Service Temporarily Unavailable')],
  [id, 'provider_outage', 504, { error: 'User Access Token "ci" is expired' }],
]
