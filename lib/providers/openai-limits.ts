import type { AnswerRule } from './provider.ts'

const ERRORS = 'https://developers.openai.com/docs/guides/error-codes'

const error = (message: string, type: string, code: string | null) => ({ error: { message, type, param: null, code } })

export const openaiLimits: AnswerRule[] = [
  {
    when: {
      status: [400, 402, 403, 429],
      code: [
        'insufficient_quota',
        'credit_balance_exhausted',
        'billing_hard_limit_reached',
        'billing_not_active',
        'organization_usage_limit_exceeded',
        'organization_spend_limit_exceeded',
        'project_spend_limit_exceeded',
      ],
      text: /exceeded your current quota|billing hard limit|credit balance|account is not active/i,
    },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the account is out of credit or has reached its spending limit',
    source: ERRORS,
    example: {
      status: 429,
      body: error(
        'You exceeded your current quota, please check your plan and billing details.',
        'insufficient_quota',
        'insufficient_quota',
      ),
    },
  },
  {
    when: {
      status: 429,
      code: ['rate_limit_exceeded', 'slow_down'],
      text: /rate limit reached|slow down|too many requests/i,
    },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'too many requests or tokens were sent in a short time',
    source: ERRORS,
    example: {
      status: 429,
      headers: { 'retry-after': '20' },
      body: error(
        'Rate limit reached for gpt-4o on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in 20s.',
        'requests',
        'rate_limit_exceeded',
      ),
    },
  },
  {
    when: {
      status: [500, 502, 503, 504],
      code: ['server_is_overloaded', 'server_error'],
      text: /server had an error|overloaded/i,
    },
    verdict: 'provider_outage',
    confidence: 'likely',
    says: 'its own servers failed or are overloaded',
    source: ERRORS,
    example: {
      status: 503,
      body: error(
        'The engine is currently overloaded, please try again later.',
        'server_error',
        'server_is_overloaded',
      ),
    },
  },
]
