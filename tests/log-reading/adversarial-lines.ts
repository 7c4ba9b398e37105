/** Pieces that patterns of the reader begin with or repeat. */
const PIECES = [
  ...[
    'a',
    'a.',
    'a-',
    'A1',
    '.',
    '-',
    '_',
    ' ',
    '\t',
    '\\',
    '\\"',
    '"',
    "'",
    '{',
    '[',
    '<',
    '> ',
    '|',
    '=',
    ':',
    '/',
    '%2',
    '\\u00',
  ],
  ...[
    'key=',
    'key="',
    '"key":"',
    'token: ',
    'api key a: ',
    'authorization: ',
    'cookie: ',
    'Bearer ',
    'a://',
    'https://',
    'https://a.b/',
    '?key=',
    '@',
  ],
  ...[
    'GET https://a ',
    'GET https://a/ -> ',
    '"GET /a HTTP/1.1" 503 ',
    'status=',
    'status: 4',
    'Error code: 401 - {',
    "{'error':",
    '{"error":{"a":',
  ],
  ...[
    'connect ',
    'connect to a port 1 ',
    'Failed to connect to ',
    'curl: (7) ',
    'lookup a on b',
    'dial tcp 1',
    'read tcp 1->1: ',
    'SSL routines:',
    'issuer=',
  ],
  ...[
    'eyJ',
    'eyJaaaaaaaaaa.',
    '-----BEGIN PRIVATE KEY-----',
    'sk-',
    'glpat-',
    'pairing required ',
    'reason=scope-upgrade ',
    'cause=pairing-required ',
  ],
  ...[
    'embedded run agent end: ',
    '[model-fetch] error provider=',
    'auth profile failure state updated provider=',
    'No text output returned for provider "',
    '- a (a) ',
  ],
  ...[
    'java.net.ConnectException\n',
    '    at a.b(c.java)',
    'Nov 25 22:07:34 a b',
    '2026-11-25T22:07:34Z ',
    'app-1 ',
    'Traceback (most recent call last)',
    'could not be resolved ',
  ],
  ...[
    'TimeoutError: ',
    'AxiosError ',
    'Tunnel connection failed: 4',
    'Failed to establish tunnel to ',
    'AuthenticationError: 401 ',
    'openai.RateLimitError: ',
  ],
]
/** Words that let every reader have a look. */
const OPENS = [
  'unauthorized: Error ECONNREFUSED certificate timed out in cooldown unusableProfiles auth profile failure state updated',
  'embedded run agent end No text output returned [model-fetch] response SECRETS_ https://a/v1/models 401 error: {',
].join(' ')

/** Lines of `length` that make a pattern with nested or unbounded repeats run for ever. */
export function adversarialLines(length: number): string[] {
  return PIECES.flatMap((piece) => {
    const run = piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
    return [`${OPENS} ${run}!`, `${run} ${OPENS}`]
  })
}
