import type { PairingResult, PairingStage } from '#lib/pairing/schema'

const at = '2026-11-23T23:12:04.000Z'
const skipped = (stage: PairingStage['stage']): PairingStage => ({
  stage,
  status: 'skipped',
  durationMs: 0,
  summary: 'Not reached: an earlier stage failed.',
  evidence: {},
})

const reached: PairingStage[] = [
  {
    stage: 'key',
    status: 'passed',
    durationMs: 0.4,
    summary: 'Has the form of an OpenAI project key.',
    evidence: { kind: 'project key', prefix: 'sk-proj-', length: 164, hiddenCharacters: 0 },
  },
  {
    stage: 'dns',
    status: 'passed',
    durationMs: 11.8,
    summary: 'api.openai.com leads to two addresses; a public resolver says the same.',
    evidence: {
      host: 'api.openai.com',
      addresses: ['162.159.140.245', '172.66.0.243'],
      comparedWith: '1.1.1.1',
      sameAnswer: true,
    },
  },
  {
    stage: 'tcp',
    status: 'passed',
    durationMs: 14.2,
    summary: 'Connected to 162.159.140.245, port 443.',
    evidence: { address: '162.159.140.245', port: 443 },
  },
  { stage: 'proxy', status: 'skipped', durationMs: 0, summary: 'No proxy is configured.', evidence: {} },
  {
    stage: 'tls',
    status: 'passed',
    durationMs: 31.6,
    summary: 'TLS 1.3, signed by a public authority, valid for 71 more days.',
    evidence: {
      protocol: 'TLSv1.3',
      subject: 'api.openai.com',
      issuer: 'WE1, Google Trust Services',
      validUntil: '2027-02-02T08:11:40Z',
      chain: ['api.openai.com', 'WE1', 'GTS Root R4'],
    },
  },
  {
    stage: 'http',
    status: 'passed',
    durationMs: 248,
    summary: 'The provider answered 200.',
    evidence: { request: 'GET /v1/models', status: 200, 'x-request-id': 'req_7f3c1e', 'openai-processing-ms': '214' },
  },
]

const rest: PairingStage[] = [
  {
    stage: 'auth',
    status: 'passed',
    durationMs: 0.6,
    summary: 'The list of models came back: only a valid key gets it.',
    evidence: { because: 'object is list, 61 models' },
  },
  {
    stage: 'permissions',
    status: 'passed',
    durationMs: 0.2,
    summary: 'Everything declared is there.',
    evidence: { declared: ['model.read'], observed: ['model.read', 'model.request'] },
  },
  {
    stage: 'limits',
    status: 'warned',
    durationMs: 0.1,
    summary: '8 % of the tokens of this minute are left.',
    evidence: { 'x-ratelimit-remaining-tokens': '24000', 'x-ratelimit-limit-tokens': '300000', resetsInMs: 41_200 },
  },
  {
    stage: 'status',
    status: 'passed',
    durationMs: 92,
    summary: 'The status page reports no incident.',
    evidence: { page: 'status.openai.com', indicator: 'none' },
  },
]

const curl = `curl -sS https://api.openai.com/v1/models \\
  -H "Authorization: Bearer $OPENAI_API_KEY"`

export const pairedResult: PairingResult = {
  id: 'pair_1',
  keyId: 'key_1',
  version: 3,
  provider: 'openai',
  target: 'https://api.openai.com/v1/models',
  startedAt: at,
  durationMs: 398.9,
  trigger: 'manual',
  verdict: 'paired',
  headline: 'OpenAI accepts this key',
  confidence: 'proven',
  stages: [...reached, ...rest],
  warnings: [{ code: 'tokens_low', headline: '8 % of the tokens of this minute are left; calls may be slowed down.' }],
  cause:
    'OpenAI answered 200 with its list of 61 models. Without a valid key the same address answers 401, so the list proves that the key was accepted.',
  steps: [],
  contact: { who: 'Nobody', why: 'The key works.', message: '' },
  observed: {
    owner: 'Service account “billing-worker”',
    organisation: 'Example organisation',
    permissions: ['model.read', 'model.request'],
    rateLimit: { requestsPerMinute: 5000, tokensPerMinute: 300_000 },
    models: Array.from({ length: 61 }, (_, index) =>
      index < 3 ? (['gpt-5.1', 'gpt-5.1-mini', 'o5'][index] ?? '') : `model-${index}`,
    ),
  },
  requests: { curl },
}

export const refusedResult: PairingResult = {
  ...pairedResult,
  id: 'pair_2',
  durationMs: 306.7,
  verdict: 'key_revoked',
  headline: 'OpenAI no longer accepts this key: it was revoked',
  stages: [
    ...reached.map((stage) =>
      stage.stage === 'http'
        ? {
            ...stage,
            summary: 'The provider answered 401.',
            evidence: { request: 'GET /v1/models', status: 401, 'x-request-id': 'req_a94d02' },
          }
        : stage,
    ),
    {
      stage: 'auth',
      status: 'failed',
      durationMs: 0.7,
      summary: 'OpenAI refused the key with the code invalid_api_key. The same value paired 6 days ago.',
      evidence: {
        status: 401,
        code: 'invalid_api_key',
        message: 'Incorrect API key provided: sk-proj-********a1B2.',
        fingerprintHeader: 'openai-version: 2020-10-01',
        lastPairedAt: '2026-11-17T09:00:11Z',
        sameValueAsThen: true,
      },
    },
    skipped('permissions'),
    skipped('limits'),
    {
      stage: 'status',
      status: 'passed',
      durationMs: 88,
      summary: 'The status page reports no incident.',
      evidence: { page: 'status.openai.com', indicator: 'none' },
    },
  ],
  warnings: [],
  cause:
    'The answer came from OpenAI itself (its own request id and headers, over TLS that a public authority signed), and its code says that the key is not valid.\n\nThis very value was accepted on 17 November. A value that was accepted cannot be mistyped, and OpenAI keys do not expire by themselves: it was revoked, or its project was archived.',
  steps: [
    {
      title: 'The network was checked',
      detail: 'Name, connection, certificate and the provider’s own answer are in order.',
      done: true,
    },
    {
      title: 'Look at the key on OpenAI’s dashboard',
      detail: 'https://platform.openai.com/api-keys – is it still listed in its project?',
    },
    {
      title: 'Make a new key there',
      detail: 'Choose the same project and the permissions model.read and model.request.',
    },
    {
      title: 'Replace the value here',
      detail: 'Paste it under “Replace value”. It is tested before it becomes the current version.',
    },
  ],
  contact: {
    who: 'The key’s owner',
    why: 'only a member of the OpenAI project can see who revoked it, and make another',
    message:
      'The OpenAI key OPENAI_API_KEY (production, version 3, sk-proj-…a1B2) was refused on 23 Nov 2026 at 23:12 UTC: HTTP 401, code invalid_api_key, request id req_a94d02.\nThe same value worked on 17 Nov 2026.\nPlease look whether it was revoked, and make a new one in the same project.',
  },
  observed: {},
}

export const interceptedResult: PairingResult = {
  ...refusedResult,
  id: 'pair_3',
  durationMs: 74,
  verdict: 'tls_intercepted',
  confidence: 'likely',
  headline: 'A proxy on this network re-signs the traffic to api.openai.com',
  stages: [
    ...reached.slice(0, 4),
    {
      stage: 'tls',
      status: 'failed',
      durationMs: 29.3,
      summary:
        'The certificate was signed by “Example Corporate Inspection CA”, which this machine does not trust. The key was not sent.',
      evidence: {
        error: 'SELF_SIGNED_CERT_IN_CHAIN',
        subject: 'api.openai.com',
        issuer: 'Example Corporate Inspection CA',
        chain: ['api.openai.com', 'Example Corporate Inspection CA'],
        otherHostsSignedByTheSame: ['api.anthropic.com', 'api.stripe.com'],
      },
    },
    skipped('http'),
    skipped('auth'),
    skipped('permissions'),
    skipped('limits'),
    skipped('status'),
  ],
  cause:
    'The name and the dates of the certificate fit, but a private authority signed it, and it signs two unrelated providers as well. One device on the way answers for all of them.',
  steps: [
    { title: 'Ask for the authority’s certificate', detail: 'The network team has it as a PEM file.' },
    {
      title: 'Let Claviger trust it',
      detail: 'Set NODE_EXTRA_CA_CERTS to the file and start again; or have api.openai.com exempted from inspection.',
    },
  ],
  contact: {
    who: 'The network team',
    why: 'they run the device that re-signs the traffic',
    message:
      'TLS to api.openai.com is re-signed by “Example Corporate Inspection CA”. Please exempt it, or send us the authority’s certificate.',
  },
}

export const undecidedResult: PairingResult = {
  ...refusedResult,
  id: 'pair_4',
  verdict: 'unknown',
  confidence: 'possible',
  headline: 'The evidence does not decide whether the key is good',
  stages: [
    ...reached.slice(0, 5),
    {
      stage: 'http',
      status: 'warned',
      durationMs: 5004,
      summary: 'The answer began and did not end within 5 s.',
      evidence: { request: 'GET /v1/models', status: 200, bytesRead: 1024, timeoutMs: 5000 },
    },
    ...(['auth', 'permissions', 'limits', 'status'] as const).map(skipped),
  ],
  cause:
    'The provider began to answer with 200 and stopped. A list of models that is not whole proves nothing, neither for the key nor against it.',
  steps: [{ title: 'Test again in a minute', detail: 'A second answer that ends would decide it.' }],
}
