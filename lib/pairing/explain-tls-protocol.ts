import type { NetworkCase } from './explain-network.ts'
import type { Explanation } from './explanation.ts'

const NOT_TLS = /WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG|BAD_RECORD_TYPE/
const READINGS: [RegExp, string][] = [
  [NOT_TLS, 'What listens there does not speak TLS; it is most likely a plain http server on this port.'],
  [
    /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|UNSUPPORTED_SSL_VERSION/,
    'The server offers only versions of TLS that are too old to be safe.',
  ],
  [
    /NO_APPLICATION_PROTOCOL/,
    'The server does not offer HTTP/1.1, as servers for HTTP/2 alone or for another protocol do not.',
  ],
  [
    /HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY|NO_SHARED_CIPHER|NO_CIPHERS/,
    'The server gave the handshake up: the two sides have no safe cipher in common, or it wants a client certificate or another name.',
  ],
  [/UNRECOGNIZED_NAME/, 'The server does not serve this name.'],
  [/CERTIFICATE_REQUIRED|BAD_CERTIFICATE|CERTIFICATE_UNKNOWN/, 'The server wants a client certificate.'],
  [/ACCESS_DENIED/, 'The server, or a filter on the way, let this caller in no further.'],
  [/LEGACY_RENEGOTIATION/, 'The server, or an old inspecting proxy, wants unsafe renegotiation.'],
]

/** The handshake itself failed, before any certificate could be judged. */
export function explainTlsProtocol({ failure, exchange }: NetworkCase): Explanation {
  if (exchange.viaProxy && exchange.target === 'provider' && NOT_TLS.test(failure.code ?? ''))
    return {
      verdict: 'proxy_refused',
      confidence: 'likely',
      nearTwin: 'tls_protocol',
      cause: [
        'The proxy said yes to a tunnel, but what came through it is not TLS, which every public provider speaks: the proxy answered with something of its own, such as a page.',
      ],
      evidence: {},
    }
  const reading = READINGS.find(([pattern]) => pattern.test(failure.code ?? ''))
  return {
    verdict: 'tls_protocol',
    confidence: reading ? 'proven' : 'likely',
    cause: reading ? [reading[1]] : [],
    evidence: {},
  }
}
