import type { AnswerCase } from '../answer-cases.ts'

const error = (Code: string, Message: string) => ({ Error: { Type: 'Sender', Code, Message }, RequestId: 'a-b-c' })
const xml = (code: string, message: string) =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`
const identity = (Arn: unknown) => ({
  GetCallerIdentityResponse: {
    GetCallerIdentityResult: { Account: '210987654321', Arn, UserId: 'AIDA' },
    ResponseMetadata: { RequestId: 'a-b-c' },
  },
})

export const AWS_CASES: AnswerCase[] = [
  ['aws', 'paired', 200, identity('arn:aws:iam::210987654321:root')],
  ['aws', 'paired', 200, identity('arn:aws-cn:sts::210987654321:assumed-role/deploy/ci')],
  ['aws', 'unexpected_response', 200, identity(null)],
  ['aws', 'unexpected_response', 200, { Account: '210987654321', Arn: 'arn:aws:iam::210987654321:root' }],
  ['aws', 'key_invalid', 403, error('InvalidClientTokenId', 'The security token included in the request is invalid')],
  ['aws', 'key_invalid', 403, error('UnrecognizedClientException', 'The security token is no good.')],
  [
    'aws',
    'key_invalid',
    403,
    xml('InvalidClientTokenId', 'The security token included in the request is invalid.'),
    { 'content-type': 'text/xml' },
  ],
  [
    'aws',
    'key_invalid',
    403,
    error('SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.'),
  ],
  ['aws', 'key_invalid', 403, { error: { code: 'signaturedoesnotmatch' } }],
  ['aws', 'key_expired', 403, error('ExpiredTokenException', 'The security token included in the request is expired')],
  ['aws', 'key_expired', 400, error('ExpiredToken', 'The provided token has expired.')],
  [
    'aws',
    'clock_skew',
    403,
    error(
      'SignatureDoesNotMatch',
      'Signature not yet current: 20260601T140000Z is still later than 20260601T121500Z (20260601T120000Z + 15 min.)',
    ),
  ],
  [
    'aws',
    'clock_skew',
    403,
    error('RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.'),
  ],
  [
    'aws',
    'paired_limited',
    403,
    error(
      'AccessDeniedException',
      'User: arn:aws:iam::1:user/a is not authorized to perform: bedrock:ListFoundationModels',
    ),
  ],
  ['aws', 'account_suspended', 403, error('OptInRequired', 'You are not subscribed to this service.')],
  ['aws', 'wrong_environment', 403, error('RegionDisabledException', 'STS is not activated in this region')],
  [
    'aws',
    'quota_or_billing',
    400,
    error('ValidationException', 'Model access is denied: an AWS Marketplace subscription is required.'),
  ],
  ['aws', 'rate_limited', 400, error('Throttling', 'Rate exceeded')],
  ['aws', 'rate_limited', 429, xml('InvalidClientTokenId', 'The security token included in the request is invalid.')],
  ['aws', 'provider_outage', 503, error('SignatureDoesNotMatch', 'Signature expired')],
  ['aws', 'provider_outage', 500, error('InternalFailure', 'We encountered an internal error.')],
  ['aws', 'unexpected_response', 403, error('MissingAuthenticationToken', 'Request is missing Authentication Token')],
  ['aws', 'unexpected_response', 403, error('TotalEclipse', 'The sun is gone.')],
  ['aws', 'unexpected_response', 403, { message: 'Forbidden' }],
  ['aws', 'block_page', 403, '<html><head><title>403 Forbidden</title></head><body>Forbidden</body></html>'],
  [
    'aws',
    'paired',
    200,
    '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\n  <GetCallerIdentityResult>\n    <Arn>arn:aws:iam::123456789012:user/ci</Arn>\n    <UserId>AIDAX</UserId>\n    <Account>123456789012</Account>\n  </GetCallerIdentityResult>\n  <ResponseMetadata><RequestId>x</RequestId></ResponseMetadata>\n</GetCallerIdentityResponse>',
    { 'content-type': 'text/xml' },
  ],
]
