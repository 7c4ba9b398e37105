import type { AnswerRule } from './provider.ts'

const ERRORS = 'cohere-ai/cohere-developer-experience: errors.mdx'
const SPEC = 'cohere-ai/cohere-developer-experience: cohere-openapi.yaml'

export const cohereAnswers: AnswerRule[] = [
  {
    when: {
      status: 200,
      also: ({ json }) => typeof json === 'object' && json !== null && 'valid' in json && json.valid === false,
    },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key is not valid',
    source: SPEC,
    example: { status: 200, body: { valid: false } },
  },
  {
    when: { status: 401, text: /no api key supplied/i },
    verdict: 'unexpected_response',
    confidence: 'likely',
    says: 'no key arrived, although one was sent: something on the way removed the Authorization header',
    source: ERRORS,
    example: { status: 401, body: { message: 'no api key supplied' } },
  },
  {
    when: { status: 401, text: /api key has expired/i },
    verdict: 'key_expired',
    confidence: 'proven',
    says: 'the key has expired',
    source: ERRORS,
    example: {
      status: 401,
      body: {
        message: 'Your API key has expired. Please create a production key at https://dashboard.cohere.com/api-keys',
      },
    },
  },
  {
    when: { status: 401, text: /invalid api (token|key)/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key is invalid; it uses the same words for an unknown and a deleted key',
    source: ERRORS,
    example: { status: 401, body: { message: 'invalid api token' } },
  },
  {
    when: { status: 402, text: /maximum billing|payment method|billing limit/i },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the billing limit of this key is reached, or the account has no payment method',
    source: ERRORS,
    example: {
      status: 402,
      body: {
        message:
          'Maximum billing reached for this API key as set in your dashboard, please go to https://dashboard.cohere.com/billing?tab=spending-limit to increase your maximum amount to continue using this API key.',
      },
    },
  },
  {
    // The same sentence names a limit for each minute, which waiting lifts.
    when: { status: 429, text: /^(?!.*\bminute\b).*\btrial key\b/i },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'this is a trial key, and its calls for this month are used up',
    source: ERRORS,
    example: {
      status: 429,
      body: {
        message:
          "You are using a Trial key, which is limited to 1000 API calls / month. You can continue to use the Trial key for free or upgrade to a Production key with higher rate limits at 'https://dashboard.cohere.com/api-keys'.",
      },
    },
  },
  {
    when: { status: 429, text: /past the per minute|rate limit|\btrial key\b|\btoo many requests\b/i },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'more was asked than it allows in a minute',
    source: ERRORS,
    example: {
      status: 429,
      body: { message: 'You are past the per minute request limit, please wait and try again later.' },
    },
  },
  {
    when: { status: 404, text: /\bmodel\b.{0,200}\bnot found/i },
    verdict: 'model_not_found',
    confidence: 'likely',
    says: 'there is no such model, or the key has no access to it',
    source: ERRORS,
    example: {
      status: 404,
      body: {
        message:
          "model 'xyz' not found, make sure the correct model ID was used and that you have access to the model.",
      },
    },
  },
  {
    when: { status: 400, text: /invalid api version/i },
    verdict: 'api_version_unsupported',
    confidence: 'proven',
    says: 'it does not know the version of the API that was asked for',
    source: ERRORS,
    example: {
      status: 400,
      body: {
        message:
          'invalid API version was passed in, for more information please refer to https://docs.cohere.com/versioning-reference',
      },
    },
  },
]
