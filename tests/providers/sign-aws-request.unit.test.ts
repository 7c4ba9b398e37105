import { expect, test } from 'vitest'
import { signAwsRequest } from '#lib/providers/sign-aws-request'

/** The example credentials and signatures of the Signature Version 4 test suite that AWS publishes; they open nothing. */
const SUITE = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
const SESSION_TOKEN =
  'AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA=='
const SCOPE = { region: 'us-east-1', service: 'service' }
const AT = new Date('2015-08-30T12:36:00Z')

const sign = (method: 'GET' | 'POST', path: string, sessionToken?: string) =>
  signAwsRequest(
    { method, url: `https://example.amazonaws.com${path}`, body: undefined, at: AT },
    { ...SUITE, sessionToken },
    SCOPE,
  )

test.each([
  ['get-vanilla', 'GET', '/', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
  ['get-relative-relative', 'GET', '/a/b/../..', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
  ['get-space', 'GET', '/example space/', '652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741'],
  ['get-utf8', 'GET', '/ሴ', '8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85'],
  ['get-vanilla-utf8-query', 'GET', '/?ሴ=bar', '2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04'],
  [
    'get-vanilla-query-order-key-case',
    'GET',
    '/?Param2=value2&Param1=value1',
    'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  ],
  ['post-vanilla', 'POST', '/', '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
] as const)('signs %s as AWS does', (_, method, path, signature) => {
  expect(sign(method, path)).toEqual({
    'x-amz-date': '20150830T123600Z',
    authorization: `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}`,
  })
})

test('sends and signs a session token (post-sts-header-before)', () => {
  expect(sign('POST', '/', SESSION_TOKEN)).toEqual({
    'x-amz-date': '20150830T123600Z',
    'x-amz-security-token': SESSION_TOKEN,
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead',
  })
})

test('covers the body, the time, the host and every part of the scope', () => {
  const call = { method: 'POST', url: 'https://sts.amazonaws.com/', body: 'Action=GetCallerIdentity', at: AT } as const
  const signatures = [
    signAwsRequest(call, SUITE, SCOPE),
    signAwsRequest({ ...call, body: 'Action=GetSessionToken' }, SUITE, SCOPE),
    signAwsRequest({ ...call, at: new Date(AT.getTime() + 1000) }, SUITE, SCOPE),
    signAwsRequest({ ...call, url: 'https://sts.amazonaws.com:8443/' }, SUITE, SCOPE),
    signAwsRequest(call, SUITE, { ...SCOPE, region: 'eu-central-1' }),
    signAwsRequest(call, SUITE, { ...SCOPE, service: 'sts' }),
    signAwsRequest(call, { ...SUITE, secretAccessKey: SUITE.secretAccessKey.toLowerCase() }, SCOPE),
  ].map(({ authorization = '' }) => authorization.split('Signature=')[1])
  expect(new Set(signatures).size).toBe(signatures.length)
})
