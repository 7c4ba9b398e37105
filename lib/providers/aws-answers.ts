import type { AnswerRule } from './provider.ts'

const DETECTOR = 'trufflehog detectors for AWS access and session keys'
const BEDROCK = 'Amazon Bedrock errors, developersdigest.tech'

const error = (Code: string, Message: string) => ({
  Error: { Code, Message, Type: 'Sender' },
  RequestId: '3b80a99b-7df8-4bcb-96ee-b2759878a5f2',
})

/** STS refuses with 403, and its word in `Code` decides. */
export const awsAnswers: AnswerRule[] = [
  {
    when: {
      status: [400, 403],
      code: ['requesttimetooskewed', 'requestexpired'],
      text: /signature (expired|not yet current)\b/i,
    },
    verdict: 'clock_skew',
    confidence: 'possible',
    says: 'the time of the request is too far from its own',
    source: 'unconfirmed',
    example: {
      status: 403,
      body: error(
        'SignatureDoesNotMatch',
        'Signature expired: 20260601T103000Z is now earlier than 20260601T114500Z (20260601T120000Z - 15 min.)',
      ),
    },
  },
  {
    when: {
      status: [400, 403],
      code: ['expiredtoken', 'expiredtokenexception'],
      text: /security token .{0,40}expired/i,
    },
    verdict: 'key_expired',
    confidence: 'proven',
    says: 'these temporary credentials have expired',
    source: DETECTOR,
    example: { status: 403, body: error('ExpiredToken', 'The security token included in the request is expired') },
  },
  {
    when: {
      status: [400, 401, 403],
      code: ['invalidclienttokenid', 'unrecognizedclientexception'],
      text: /security token included in the request is invalid/i,
    },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'it does not know this access key ID; it says the same of a deleted and an inactive key, and of a temporary one without its session token',
    source: DETECTOR,
    example: {
      status: 403,
      headers: { 'x-amzn-requestid': '3b80a99b-7df8-4bcb-96ee-b2759878a5f2' },
      body: error('InvalidClientTokenId', 'The security token included in the request is invalid.'),
    },
  },
  {
    when: {
      status: [400, 403],
      code: ['signaturedoesnotmatch', 'invalidsignatureexception'],
      text: /request signature we calculated does not match/i,
    },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'it knows the access key ID, but the secret access key is another one',
    // After a try with a wrong secret it says so of the right one too, for about five seconds.
    againAfterMs: 6_000,
    source: DETECTOR,
    example: {
      status: 403,
      body: error(
        'SignatureDoesNotMatch',
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      ),
    },
  },
  {
    when: { status: 403, code: ['missingauthenticationtoken', 'missingauthenticationtokenexception'] },
    verdict: 'unexpected_response',
    confidence: 'possible',
    says: 'no signature arrived, although the request was signed: something on the way removed the Authorization header',
    source: 'unconfirmed',
    example: { status: 403, body: error('MissingAuthenticationToken', 'Request is missing Authentication Token') },
  },
  {
    when: { status: [400, 403], code: 'optinrequired', text: /not subscribed|account .{0,40}suspended/i },
    verdict: 'account_suspended',
    confidence: 'possible',
    says: 'the account is suspended, or not yet signed up for this service',
    source: 'unconfirmed',
    example: {
      status: 403,
      body: error('OptInRequired', 'The AWS Access Key Id needs a subscription for the service'),
    },
  },
  {
    when: { status: 403, code: 'regiondisabledexception', text: /sts is not activated in this region/i },
    verdict: 'wrong_environment',
    confidence: 'possible',
    says: 'the account has not switched on this region',
    source: 'unconfirmed',
    example: {
      status: 403,
      body: error('RegionDisabledException', 'STS is not activated in this region for account: 123456789012.'),
    },
  },
  {
    when: {
      status: [400, 402, 403],
      code: 'servicequotaexceededexception',
      text: /marketplace (agreement|subscription)/i,
    },
    verdict: 'quota_or_billing',
    confidence: 'likely',
    says: 'a quota of the account is used up, or an agreement of AWS Marketplace is missing',
    source: BEDROCK,
    example: {
      status: 400,
      body: error('ServiceQuotaExceededException', 'You have exceeded a service quota for your account.'),
    },
  },
  {
    when: { status: 403, code: ['accessdenied', 'accessdeniedexception'], text: /is not authorized to perform/i },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the key is good, but a policy forbids this call',
    permissions: (_, { message }) => [...message.matchAll(/to perform: ([\w-]+:\w+)/g)].map(([, name]) => String(name)),
    source: BEDROCK,
    example: {
      status: 403,
      body: error(
        'AccessDenied',
        'User: arn:aws:iam::123456789012:user/ci is not authorized to perform: sts:GetCallerIdentity with an explicit deny',
      ),
    },
  },
  {
    when: { status: 404, code: 'resourcenotfoundexception' },
    verdict: 'model_not_found',
    confidence: 'likely',
    says: 'there is no such resource in this region',
    source: BEDROCK,
    example: { status: 404, body: error('ResourceNotFoundException', 'The requested resource could not be found.') },
  },
  {
    when: { status: [400, 404], code: 'invalidaction', text: /could not find operation/i },
    verdict: 'api_version_unsupported',
    confidence: 'possible',
    says: 'it does not know this operation in this version',
    source: 'unconfirmed',
    example: {
      status: 400,
      body: error('InvalidAction', 'Could not find operation GetCallerIdentity for version 2001-01-01'),
    },
  },
  {
    when: { status: [400, 429, 503], code: ['throttling', 'throttlingexception', 'requestlimitexceeded'] },
    verdict: 'rate_limited',
    confidence: 'possible',
    says: 'too many calls were made in a short time',
    source: 'unconfirmed',
    example: { status: 429, body: error('ThrottlingException', 'Rate exceeded') },
  },
]
