import type { AnswerCase } from '../answer-cases.ts'

const says = (statusCode: string, statusDescription?: string) => ({ requestStatus: { statusCode, statusDescription } })

export const NVIDIA_NIM_CASES: AnswerCase[] = [
  ['nvidia-nim', 'paired', 200, { ...says('SUCCESS'), type: 'SERVICE_KEY', orgName: 'o', products: [], user: null }],
  ['nvidia-nim', 'paired', 200, { ...says('SUCCESS'), type: 'PERSONAL_KEY', orgName: 'o', user: { email: 'a@b.c' } }],
  ['nvidia-nim', 'unexpected_response', 200, { ...says('FORBIDDEN'), type: 'SERVICE_KEY', orgName: 'o' }],
  ['nvidia-nim', 'unexpected_response', 200, says('SUCCESS')],
  // The public list of models, which anybody gets.
  ['nvidia-nim', 'unexpected_response', 200, { object: 'list', data: [{ id: 'meta/llama-3.1-8b', object: 'model' }] }],
  ['nvidia-nim', 'key_invalid', 401, says('UNAUTHORIZED', 'Invalid API key.')],
  ['nvidia-nim', 'key_invalid', 401, { status: 401, title: 'Unauthorized', detail: 'Authentication failed' }],
  ['nvidia-nim', 'key_expired', 401, says('UNAUTHORIZED', 'The API key has expired.')],
  ['nvidia-nim', 'key_revoked', 401, says('UNAUTHORIZED', 'This API key was deleted.')],
  ['nvidia-nim', 'unexpected_response', 401, { gpus: 8 }],
  ['nvidia-nim', 'unexpected_response', 403, { status: 403, title: 'Forbidden', detail: 'Authorization failed' }],
  ['nvidia-nim', 'paired_limited', 403, says('FORBIDDEN', 'You do not have permission to use Public API Endpoints.')],
  ['nvidia-nim', 'quota_or_billing', 402, { status: 402, title: 'Payment Required' }],
  ['nvidia-nim', 'rate_limited', 429, { status: 429, title: 'Too Many Requests' }],
  ['nvidia-nim', 'model_not_found', 404, { status: 404, detail: "Function 'a': Not found for account 'b'" }],
  [
    'nvidia-nim',
    'model_not_found',
    410,
    { status: 410, title: 'Gone', detail: 'The model has reached its end of life.' },
  ],
  ['nvidia-nim', 'api_version_unsupported', 410, ''],
  ['nvidia-nim', 'base_url_wrong', 404, '404 page not found'],
  ['nvidia-nim', 'provider_outage', 503, says('UNAUTHORIZED', 'Invalid API key.')],
  ['nvidia-nim', 'block_page', 401, '<html><title>401 Authorization Required</title></html>'],
]
