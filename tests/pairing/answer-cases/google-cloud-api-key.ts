import type { AnswerCase } from '../answer-cases.ts'

const id = 'google-cloud-api-key'
const error = (code: number, message: string, reason?: string) => ({
  error: {
    code,
    message,
    errors: [{ message, domain: 'usageLimits', reason: 'forbidden' }],
    status: code === 429 ? 'RESOURCE_EXHAUSTED' : 'PERMISSION_DENIED',
    ...(reason && {
      details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' }],
    }),
  },
})

export const GOOGLE_CLOUD_API_KEY_CASES: AnswerCase[] = [
  [id, 'paired', 200, { projectId: '123456789012', authorizedDomains: [], allowPasswordUser: true }],
  [id, 'unexpected_response', 200, { projectId: 'my-project' }],
  [id, 'unexpected_response', 200, { authorizedDomains: [] }],
  [id, 'key_invalid', 400, error(400, 'API Key not found. Please pass a valid API key.', 'API_KEY_INVALID')],
  [id, 'key_invalid', 400, error(400, 'API key not valid. Please pass a valid API key.')],
  [id, 'key_invalid', 400, [error(400, 'Bad key.', 'API_KEY_INVALID')]],
  [id, 'key_expired', 400, error(400, 'API key expired.', 'API_KEY_INVALID')],
  [id, 'paired_limited', 403, error(403, 'Requests to this API maps method X are blocked.', 'API_KEY_SERVICE_BLOCKED')],
  [id, 'paired_limited', 403, error(403, 'Identity Toolkit API has not been used in project 1 before.')],
  [id, 'paired_limited', 403, error(403, "Permission 'x' denied.", 'IAM_PERMISSION_DENIED')],
  [id, 'paired_limited', 403, error(403, 'Requests from referer https://a.example are blocked.')],
  [id, 'paired_limited', 403, error(403, 'No.', 'API_KEY_ANDROID_APP_BLOCKED')],
  [id, 'ip_not_allowed', 403, error(403, 'No.', 'API_KEY_IP_ADDRESS_BLOCKED')],
  [
    id,
    'ip_not_allowed',
    403,
    error(403, 'Request is prohibited by organization’s policy.', 'SECURITY_POLICY_VIOLATED'),
  ],
  [id, 'region_blocked', 403, error(403, 'No.', 'LOCATION_POLICY_VIOLATED')],
  [id, 'account_suspended', 403, error(403, 'No.', 'GCP_SUSPENDED')],
  [id, 'account_suspended', 403, error(403, 'No.', 'ACCOUNT_STATE_INVALID')],
  [id, 'quota_or_billing', 403, error(403, 'No.', 'BILLING_DISABLED')],
  [id, 'rate_limited', 429, error(429, 'Quota exceeded for metric per minute', 'RATE_LIMIT_EXCEEDED')],
  [id, 'rate_limited', 429, error(429, 'API key not valid.', 'API_KEY_INVALID')],
  [id, 'provider_outage', 500, error(500, 'API key not valid.', 'API_KEY_INVALID')],
  [id, 'base_url_wrong', 404, '<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title></html>'],
  [id, 'block_page', 403, '<html><body>API key not valid</body></html>'],
  [id, 'unexpected_response', 403, error(403, 'Not tonight.', 'PHASE_OF_THE_MOON')],
  [
    'google-cloud-api-key',
    'rate_limited',
    403,
    {
      error: {
        code: 403,
        message: 'Daily Limit Exceeded',
        errors: [{ reason: 'dailyLimitExceeded', domain: 'usageLimits', message: 'Daily Limit Exceeded' }],
      },
    },
  ],
  [
    'google-cloud-api-key',
    'quota_or_billing',
    403,
    {
      error: {
        code: 403,
        message:
          'You must enable Billing on the Google Cloud Project at https://console.cloud.google.com/project/_/billing/enable',
        status: 'PERMISSION_DENIED',
      },
    },
  ],
]
