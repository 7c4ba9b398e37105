import { googleError } from './google-error.ts'
import type { AnswerRule } from './provider.ts'

const REASONS = 'googleapis: google/api/error_reason.proto'
const SERVICE = 'identitytoolkit.googleapis.com'

const denied = (message: string, reason: string) => googleError(403, 'PERMISSION_DENIED', message, reason, SERVICE)
const exhausted = (message: string, reason: string) => googleError(429, 'RESOURCE_EXHAUSTED', message, reason, SERVICE)

export const googleCloudLimits: AnswerRule[] = [
  {
    when: {
      status: [400, 403],
      code: ['consumer_suspended', 'gcp_suspended', 'account_state_invalid'],
      text: /has been suspended/i,
    },
    verdict: 'account_suspended',
    confidence: 'proven',
    says: 'the Google Cloud project behind this key has been suspended',
    source: REASONS,
    example: {
      status: 403,
      body: denied("Permission denied: Consumer 'projects/123456789012' has been suspended.", 'CONSUMER_SUSPENDED'),
    },
  },
  {
    when: { status: 403, code: 'billing_disabled', text: /requires billing to be enabled/i },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'billing is switched off for the project behind this key',
    source: REASONS,
    example: {
      status: 403,
      body: denied('This API method requires billing to be enabled.', 'BILLING_DISABLED'),
    },
  },
  {
    when: { status: [403, 429], code: 'resource_quota_exceeded' },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'a quota of the project is used up',
    source: REASONS,
    example: { status: 429, body: exhausted('Quota exceeded for the project.', 'RESOURCE_QUOTA_EXCEEDED') },
  },
  {
    // The older dialect of Google's APIs.
    when: {
      status: [403, 429],
      code: ['ratelimitexceeded', 'userratelimitexceeded', 'dailylimitexceeded', 'quotaexceeded'],
    },
    verdict: 'rate_limited',
    confidence: 'likely',
    says: 'more calls were made than the project may make in a minute or a day',
    source: 'https://cloud.google.com/apis/design/errors',
    example: {
      status: 403,
      body: {
        error: {
          code: 403,
          message: 'Daily Limit Exceeded',
          errors: [{ message: 'Daily Limit Exceeded', domain: 'usageLimits', reason: 'dailyLimitExceeded' }],
        },
      },
    },
  },
  {
    when: { status: 429, code: ['rate_limit_exceeded', 'resource_exhausted'] },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'too many requests were made in a short time',
    source: REASONS,
    example: {
      status: 429,
      body: exhausted("Quota exceeded for quota metric 'Queries' per minute.", 'RATE_LIMIT_EXCEEDED'),
    },
  },
]
