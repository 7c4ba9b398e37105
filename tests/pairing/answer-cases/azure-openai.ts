import type { AnswerCase } from '../answer-cases.ts'

const id = 'azure-openai'
const error = (code: string, message: string) => ({ error: { message, code } })

export const AZURE_OPENAI_CASES: AnswerCase[] = [
  [id, 'paired', 200, { object: 'list', data: [{ id: 'gpt-4o', object: 'model', status: 'succeeded' }] }],
  [id, 'paired', 200, { data: [], object: 'list' }],
  [id, 'unexpected_response', 200, { data: [{ id: 'gpt-4o' }] }],
  [id, 'unexpected_response', 200, { value: [] }],
  [
    id,
    'key_invalid',
    401,
    error('401', 'Access denied due to invalid subscription key or wrong API endpoint.'),
    { 'apim-request-id': 'a1' },
  ],
  [id, 'key_invalid', 401, { statusCode: 401, message: 'Access denied due to invalid subscription key.' }],
  [
    id,
    'key_invalid',
    401,
    error('401', 'Unauthorized. Access token is missing, invalid, audience is incorrect, or have expired.'),
  ],
  [id, 'key_expired', 401, error('401', 'The access token is expired.')],
  [
    id,
    'paired_limited',
    401,
    error('PermissionDenied', 'The principal `a` lacks the required data action `b/c` to perform `GET /d` operation.'),
  ],
  [id, 'ip_not_allowed', 403, error('403', 'Access denied due to Virtual Network/Firewall rules.')],
  [id, 'ip_not_allowed', 403, error('403', 'Public access is disabled. Please configure private endpoint.')],
  [
    id,
    'ip_not_allowed',
    403,
    error('403', 'A Virtual Network is configured for this resource. Please use the correct endpoint.'),
  ],
  [id, 'account_suspended', 403, error('403', 'Your resource has been temporarily blocked.')],
  [id, 'rate_limited', 429, error('429', 'Requests have exceeded call rate limit of your current AIServices S0 tier.')],
  [id, 'rate_limited', 429, error('401', 'Access denied due to invalid subscription key or wrong API endpoint.')],
  [id, 'api_version_unsupported', 404, error('404', 'API version not supported')],
  [id, 'model_not_found', 404, error('DeploymentNotFound', 'No.')],
  [id, 'base_url_wrong', 404, error('404', 'Resource not found')],
  [id, 'provider_outage', 500, error('InternalServerError', 'Backend returned unexpected response.')],
  [id, 'block_page', 403, '<html><body>Web App - Unavailable, access denied</body></html>'],
  [id, 'unexpected_response', 401, error('401', 'The sky is grey.')],
  [id, 'unexpected_response', 403, error('403', 'The sky is black.')],
  [
    'azure-openai',
    'wrong_key_kind',
    403,
    {
      error: { code: 'AuthenticationTypeDisabled', message: 'Key based authentication is disabled for this resource.' },
    },
  ],
  [
    'azure-openai',
    'quota_or_billing',
    403,
    {
      error: {
        code: '403',
        message:
          'Out of call volume quota for OpenAI F0 pricing tier. Please retry after 14 days. To increase your call volume switch to a paid tier.',
      },
    },
  ],
]
