import type { Troubleshooting } from '#lib/troubleshooting/schema'

const at = '2026-11-23T23:18:40.000Z'
const by = { id: 'member_1', name: 'Ada' }

export const sampleLogs: Troubleshooting['logs'] = [
  {
    id: 'log_1',
    at,
    by,
    reading: {
      bytes: 1_482_220,
      lines: 12_904,
      truncated: false,
      unknownLines: 12_820,
      notes: ['Times without a zone are shown as the log has them.'],
      groups: [
        {
          cause: 'tls_intercepted',
          headline: 'Traffic to OpenAI is opened and signed again on its way.',
          means: 'The certificate was signed by somebody whom that machine does not trust.',
          source: 'openai_node',
          providerId: 'openai',
          target: 'api.openai.com',
          confidence: 'proven',
          count: 41,
          firstAt: '2026-11-23T21:02:11.000Z',
          lastAt: '2026-11-23T23:10:57.000Z',
          lines: [
            { number: 204, text: 'APIConnectionError: Connection error.' },
            { number: 209, text: "    code: 'SELF_SIGNED_CERT_IN_CHAIN'" },
            {
              number: 12_880,
              text: 'GET https://api.openai.com/v1/models authorization: Bearer [masked] failed after 31 ms',
            },
          ],
        },
        {
          cause: 'openclaw_device_unapproved',
          headline: 'OpenClaw’s gateway has not approved this device yet; no provider and no key is involved.',
          means: 'A client must be approved once. The request waits for five minutes.',
          source: 'openclaw',
          confidence: 'proven',
          count: 1,
          firstAt: '2026-11-23T22:40:00.000',
          lastAt: '2026-11-23T22:40:00.000',
          lines: [{ number: 7012, text: 'pairing required: device is not approved yet (requestId: 3f2a91)' }],
          command: 'openclaw devices approve 3f2a91',
        },
      ],
    },
  },
]

export const sampleOwnAnswers: Troubleshooting['ownAnswers'] = [
  {
    id: 'answer_1',
    at,
    by,
    status: null,
    verdict: 'tls_intercepted',
    confidence: 'likely',
    says: 'curl does not trust the certificate that it was shown.',
    excerpt: 'curl: (60) SSL certificate problem: self-signed certificate in certificate chain',
    isSame: false,
    differences: ['This server got an answer of OpenAI; the application’s machine got none.'],
    proves: 'The way from the application’s machine to OpenAI is another than from here.',
  },
]

export const sampleProof: Troubleshooting['valueProofs'][number] = {
  id: 'proof_1',
  at,
  by,
  outcome: 'older',
  version: 1,
  replacedAt: '2026-11-10T10:00:00.000Z',
  hidden: null,
  says: 'The application holds version 1, which was replaced on 2026-11-10.',
}
