import { coded, type Sign } from './sign.ts'

const time = 'The certificate is out of its time, or the clock of that machine is wrong.'
const name = 'The certificate is for another name than the one that was asked for.'
const self = 'The server showed a certificate that it signed itself.'
const signer = 'The certificate was signed by somebody whom that machine does not trust.'
const alone = 'The server’s certificate came without the one that signed it, or that one is not known there.'
const protocol = 'The two sides could not agree on how to encrypt.'
const notTls = 'What listens there does not speak TLS; it is most likely a plain http server.'

/** The handshake failed, or the certificate did. */
export const tlsSigns: Sign[] = [
  {
    when: new RegExp(
      `${coded('CERT_HAS_EXPIRED|CERT_NOT_YET_VALID').source}|\\bError: certificate (?:has expired|is not yet valid)|certificate verify failed: certificate (?:has expired|is not yet valid)|SSL certificate problem: certificate (?:has expired|is not yet valid)|x509: certificate has expired or is not yet valid|CertificateExpiredException|CertificateNotYetValidException|validity check failed|upstream SSL certificate verify error: \\((?:9|10):`,
    ),
    cause: 'tls_cert_time',
    confidence: 'likely',
    says: time,
    source: 'node',
  },
  {
    when: new RegExp(
      `${coded('ERR_TLS_CERT_ALTNAME_INVALID').source}|certificate verify failed: (?:Hostname|IP address) mismatch|hostname '[\\w.-]{1,255}' doesn't match|SSL: no alternative certificate subject name matches|certificate subject name .{1,255} does not match target host name|x509: certificate is (?:valid for|not valid for)|x509: cannot validate certificate for|No (?:subject alternative (?:DNS )?name|name) matching|No subject alternative names present|upstream SSL certificate does not match`,
    ),
    cause: 'tls_name_mismatch',
    confidence: 'proven',
    says: name,
    source: 'node',
  },
  {
    when: new RegExp(
      `${coded('SELF_SIGNED_CERT_IN_CHAIN').source}|self[- ]signed certificate in certificate chain|upstream SSL certificate verify error: \\(19:`,
    ),
    cause: 'tls_intercepted',
    confidence: 'likely',
    says: signer,
    source: 'node',
  },
  {
    when: new RegExp(
      `${coded('DEPTH_ZERO_SELF_SIGNED_CERT').source}|\\bError: self[- ]signed certificate(?! in)|certificate verify failed: self[- ]signed certificate|SSL certificate problem: self[- ]signed certificate|upstream SSL certificate verify error: \\(18:`,
    ),
    cause: 'tls_self_signed_server',
    confidence: 'likely',
    says: self,
    source: 'node',
  },
  {
    when: new RegExp(
      `${coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_GET_ISSUER_CERT_LOCALLY').source}|\\bError: unable to verify the first certificate|unable to get (?:local )?issuer certificate|x509: certificate signed by unknown authority|PKIX path building failed|upstream SSL certificate verify error: \\((?:2|20|21):`,
    ),
    cause: 'tls_chain_incomplete',
    confidence: 'possible',
    says: alone,
    source: 'node',
  },
  {
    when: new RegExp(
      `${coded('ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_HTTP_REQUEST|ERR_SSL_PACKET_LENGTH_TOO_LONG').source}|\\[SSL: (?:WRONG_VERSION_NUMBER|HTTP_REQUEST|RECORD_LAYER_FAILURE)\\]|SSL routines:.{0,60}wrong version number|tls: first record does not look like a TLS handshake|http: server gave HTTP response to HTTPS client|(?:Unsupported or u|U)nrecognized SSL message`,
    ),
    cause: 'tls_protocol',
    confidence: 'proven',
    says: notTls,
    source: 'node',
  },
  {
    when: new RegExp(
      `${coded('EPROTO|ERR_SSL_[A-Z0-9_]{3,60}').source}|\\[SSL: [A-Z0-9_]{3,60}\\](?! certificate)|SSL routines:.{0,80}(?:protocol version|handshake failure|unsupported protocol|no (?:shared )?cipher)|ssl\\.SSLError: \\[SSL\\] |remote error: tls: |tls: (?:server selected unsupported|no supported versions)|(?:SSLHandshakeException|SSLProtocolException): |curl: \\(35\\) |SSL_do_handshake\\(\\) failed`,
    ),
    cause: 'tls_protocol',
    confidence: 'likely',
    says: protocol,
    source: 'node',
  },
]
