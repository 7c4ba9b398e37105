import type { AnswerRule } from './provider.ts'
import { isRecord } from './read-error.ts'

const ERRORS = 'https://www.twilio.com/docs/api/errors'

const error = (status: number, code: number, message: string) => ({
  status,
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
})

/** Twilio numbers its errors, and reuses 20003 for a plan that is too small. */
export const twilioAnswers: AnswerRule[] = [
  {
    when: {
      status: 200,
      also: ({ json }) => isRecord(json) && (json.status === 'suspended' || json.status === 'closed'),
    },
    verdict: 'account_suspended',
    confidence: 'proven',
    says: 'the pair is right, and its account is suspended or closed',
    source: 'twilio-oai: twilio_api_v2010.json',
    example: {
      status: 200,
      body: { sid: 'AC_example', friendly_name: 'Shop', status: 'suspended', type: 'Full' },
    },
  },
  {
    when: { status: 403, code: '20008', text: /test account credentials/i },
    verdict: 'wrong_environment',
    confidence: 'proven',
    says: 'these are test credentials, which it takes for a few calls only and never for reading',
    source: `${ERRORS}/20008`,
    example: error(403, 20008, 'Resource not accessible with Test Account Credentials'),
  },
  {
    when: { status: [400, 401, 403], text: /not available on a trial account|upgrade your account/i },
    verdict: 'quota_or_billing',
    confidence: 'likely',
    says: 'this is not available on a trial account',
    source: 'observed answers (20003)',
    example: error(401, 20003, 'This feature is not available on a Trial account'),
  },
  {
    when: { status: [401, 403], code: ['70051', '20006'], text: /\bpermission/i },
    verdict: 'permission_missing',
    confidence: 'possible',
    says: 'the restricted API key may not make this call',
    source: 'unconfirmed',
    example: error(403, 70051, 'Authorization failed: the API key lacks a permission'),
  },
  {
    when: {
      status: [400, 401, 403],
      code: ['20403', '10001', '90010'],
      text: /account (is|has been) (not active|inactive|suspended|closed)/i,
    },
    verdict: 'account_suspended',
    confidence: 'likely',
    says: 'the account may not use its API, which usually means that it is suspended or closed',
    source: `${ERRORS}/20403`,
    example: error(403, 20403, 'Forbidden'),
  },
  {
    when: { status: [401, 403], code: '20005' },
    verdict: 'account_suspended',
    confidence: 'possible',
    says: 'the account is not active',
    source: 'unconfirmed',
    example: error(401, 20005, 'Account not active'),
  },
  {
    when: { status: 401, code: '20003', text: /authenticat/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the pair does not authenticate; it says the same of a replaced token, of a key that may not read this, and of one from another region',
    source: `${ERRORS}/20003`,
    example: error(401, 20003, 'Authenticate'),
  },
]
