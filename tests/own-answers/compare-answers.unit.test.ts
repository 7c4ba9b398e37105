import { describe, expect, it } from 'vitest'
import { compareAnswers } from '#lib/own-answers/compare-answers'
import { parseOutput } from '#lib/own-answers/parse-output'
import { readOwnAnswer } from '#lib/own-answers/read-own-answer'
import { openai } from '#lib/providers/openai'
import type { Verdict } from '#lib/providers/verdict'
import { pairingOf } from '../troubleshooting/findings-of.ts'

const HOST = 'api.openai.com'
const read = (output: string) => readOwnAnswer(openai, parseOutput({ output }), HOST)
const stage = (name: 'auth' | 'http', evidence: object) => ({
  stage: name,
  status: 'passed' as const,
  durationMs: 1,
  summary: '',
  evidence: { ...evidence },
})
const refused =
  '{"error":{"message":"Incorrect API key provided.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}'
const models = '{"object":"list","data":[{"id":"gpt-4o","object":"model","created":1,"owned_by":"system"}]}'
const ours = (verdict: Verdict, status: number) =>
  pairingOf(verdict, 'proven', {
    stages: [
      stage('http', { answeredStatus: status }),
      stage('auth', { status, body: 'json', 'x-request-id': 'req_1' }),
    ],
  })
const silent = pairingOf('tcp_timeout', 'likely')

describe('the output of a tool', () => {
  it.each<[string, string, Partial<ReturnType<typeof parseOutput>>]>([
    [
      'curl -i',
      `HTTP/2 401 \r\ncontent-type: application/json\r\nx-request-id: req_9\r\n\r\n${refused}`,
      { status: 401, body: refused, headers: { 'content-type': 'application/json', 'x-request-id': 'req_9' } },
    ],
    [
      'curl -v',
      `*   Trying 1.2.3.4:443...\n> GET /v1/models HTTP/2\n> Host: api.openai.com\n>\n< HTTP/2 401 \n< Content-Type: application/json\n< \n{ [5 bytes data]\n${refused}\n* Connection #0 left intact`,
      { status: 401, headers: { 'content-type': 'application/json' } },
    ],
    [
      'curl -i through a proxy',
      `HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n${models}`,
      { status: 200, body: models },
    ],
    ['curl without -i', refused, { status: null, body: refused }],
    ['curl that fails', 'curl: (6) Could not resolve host: api.openai.com', { status: null }],
  ])('of %s is read', (_, output, expected) => {
    expect(parseOutput({ output })).toMatchObject(expected)
  })

  it.each<[string, Verdict]>([
    ['curl: (6) Could not resolve host: api.openai.com', 'dns_not_found'],
    ['curl: (7) Failed to connect to api.openai.com port 443 after 3 ms: Connection refused', 'tcp_refused'],
    ['curl: (28) Connection timed out after 30001 milliseconds', 'tcp_timeout'],
    ['curl: (60) SSL certificate problem: unable to get local issuer certificate', 'tls_intercepted'],
    ['curl: (60) SSL certificate problem: self-signed certificate in certificate chain', 'tls_intercepted'],
    ['curl: (60) SSL certificate problem: self-signed certificate', 'tls_self_signed_server'],
    ['curl: (60) SSL certificate problem: certificate has expired', 'tls_cert_time'],
    ["curl: (60) SSL: no alternative certificate subject name matches target host name 'x'", 'tls_name_mismatch'],
    ['curl: (56) CONNECT tunnel failed, response 407', 'proxy_auth_required'],
    ['curl: (56) CONNECT tunnel failed, response 403', 'proxy_refused'],
    ['curl: (56) Recv failure: Connection reset by peer', 'connection_reset'],
    ['curl: (52) Empty reply from server', 'connection_reset'],
    ['curl: (35) error:0A00010B:SSL routines::wrong version number', 'tls_protocol'],
    ['hello', 'unknown'],
  ])('that says %s means %s', async (output, verdict) => {
    expect((await read(output)).verdict).toBe(verdict)
  })

  it('is read by the provider’s own rules', async () => {
    expect((await read(`HTTP/2 401\n\n${refused}`)).verdict).toBe('key_invalid')
    expect((await read(`HTTP/2 200\ncontent-encoding: br\n\n${models}`)).verdict).toBe('paired')
    expect(
      (await read('HTTP/1.1 403 Forbidden\ncontent-type: text/html\n\n<html><title>Blocked</title></html>')).verdict,
    ).toBe('block_page')
  })
})

describe('the comparison with the answer that came here', () => {
  it.each<[string, string, ReturnType<typeof pairingOf> | null, boolean, RegExp]>([
    [
      'the same refusal',
      `HTTP/2 401\n\n${refused}`,
      ours('key_invalid', 401),
      true,
      /the network between is not at fault/,
    ],
    ['the same success', `HTTP/2 200\n\n${models}`, ours('paired', 200), true, /the network between is not at fault/],
    [
      'a refusal where the key pairs here',
      `HTTP/2 401\n\n${refused}`,
      ours('paired', 200),
      false,
      /with another value, account, address or setting/,
    ],
    [
      'a success where it is refused here',
      `HTTP/2 200\n\n${models}`,
      ours('key_invalid', 401),
      false,
      /the value stored here, or its settings, differ/,
    ],
    [
      'a page where the key pairs here',
      'HTTP/1.1 200 OK\ncontent-type: text/html\n\n<html>Sign in</html>',
      ours('paired', 200),
      false,
      /something between answers for it/,
    ],
    [
      'silence where the key pairs here',
      'curl: (28) timed out',
      ours('paired', 200),
      false,
      /the fault is on the way from there/,
    ],
    ['an answer where this server got none', `HTTP/2 200\n\n${models}`, silent, false, /on the way from this server/],
    ['silence at both', 'curl: (28) timed out', silent, true, /not the network of one side alone/],
    ['no test to compare with', `HTTP/2 200\n\n${models}`, null, false, /run one first/],
    ['nothing that shows an answer', 'hello', ours('paired', 200), false, /shows no answer/],
  ])('of %s', async (_, output, pairing, isSame, proves) => {
    const compared = compareAnswers(openai, await read(output), pairing)
    expect(compared).toMatchObject({ isSame, proves: expect.stringMatching(proves) })
  })

  it('names what differs', async () => {
    const { differences } = compareAnswers(
      openai,
      await read('HTTP/1.1 403 Forbidden\ncontent-type: text/html\n\n<html>No</html>'),
      ours('paired', 200),
    )
    expect(differences).toEqual([
      'Status: HTTP 403 there, HTTP 200 here.',
      'It reads as “block page” there and “paired” here.',
      'The body is html there and json here.',
      expect.stringContaining('Headers that OpenAI sends are missing there: x-request-id'),
    ])
  })
})
