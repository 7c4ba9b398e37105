import type { NetworkCase } from './explain-network.ts'
import type { Explanation } from './explanation.ts'

const READINGS: [RegExp, string][] = [
  [
    /WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG|BAD_RECORD_TYPE/,
    'What listens there does not speak TLS; it is most likely a plain http server on this port.',
  ],
  [
    /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|UNSUPPORTED_SSL_VERSION/,
    'The server offers only versions of TLS that are too old to be safe.',
  ],
  [/HANDSHAKE_FAILURE|NO_SHARED_CIPHER|NO_CIPHERS/, 'The two sides have no safe cipher in common.'],
  [/UNRECOGNIZED_NAME/, 'The server does not serve this name.'],
  [/CERTIFICATE_REQUIRED|BAD_CERTIFICATE|CERTIFICATE_UNKNOWN/, 'The server wants a client certificate.'],
  [/LEGACY_RENEGOTIATION/, 'The server, or an old inspecting proxy, wants unsafe renegotiation.'],
]

/** The handshake itself failed, before any certificate could be judged. */
export function explainTlsProtocol({ failure }: NetworkCase): Explanation {
  const reading = READINGS.find(([pattern]) => pattern.test(failure.code ?? ''))
  return {
    verdict: 'tls_protocol',
    confidence: reading ? 'proven' : 'likely',
    cause: reading ? [reading[1]] : [],
    evidence: {},
  }
}
