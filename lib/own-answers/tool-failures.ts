import type { Verdict } from '#lib/providers/verdict'

interface ToolFailure {
  pattern: RegExp
  verdict: Verdict
  says: string
}

/** How curl (with its exit codes), HTTPie, Postman and Insomnia say that no answer came. */
const FAILURES: ToolFailure[] = [
  {
    pattern: /curl: \(6\)|could not resolve (?:host|proxy)|ENOTFOUND|getaddrinfo|name or service not known/i,
    verdict: 'dns_not_found',
    says: 'the name could not be resolved',
  },
  {
    pattern: /response 407 from proxy|407 proxy authentication required|CONNECT tunnel failed, response 407/i,
    verdict: 'proxy_auth_required',
    says: 'the proxy wants a sign-in',
  },
  {
    pattern: /response \d{3} from proxy|CONNECT tunnel failed|curl: \(56\).{0,80}proxy|curl: \(5\)/i,
    verdict: 'proxy_refused',
    says: 'the proxy did not forward the request',
  },
  {
    pattern: /curl: \(7\)|connection refused|ECONNREFUSED/i,
    verdict: 'tcp_refused',
    says: 'the connection was refused',
  },
  {
    pattern:
      /self.signed certificate in certificate chain|SELF_SIGNED_CERT_IN_CHAIN|unable to get local issuer certificate|UNABLE_TO_GET_ISSUER_CERT/i,
    verdict: 'tls_intercepted',
    says: 'the certificate was signed by an authority that the tool does not trust',
  },
  {
    pattern: /certificate has expired|CERT_HAS_EXPIRED|certificate is not yet valid/i,
    verdict: 'tls_cert_time',
    says: 'the certificate is outside its time',
  },
  {
    pattern: /no alternative certificate subject name|ALTNAME_INVALID|hostname mismatch|does not match target host/i,
    verdict: 'tls_name_mismatch',
    says: 'the certificate is for another name',
  },
  {
    pattern: /self.signed certificate|DEPTH_ZERO_SELF_SIGNED/i,
    verdict: 'tls_self_signed_server',
    says: 'the certificate was signed by itself',
  },
  {
    pattern: /curl: \((?:35|60)\)|SSL_ERROR|wrong version number|tls alert|handshake failure/i,
    verdict: 'tls_protocol',
    says: 'no secure connection could be agreed on',
  },
  {
    pattern: /curl: \(28\)|timed out|ETIMEDOUT|timeout/i,
    verdict: 'tcp_timeout',
    says: 'nothing answered in time',
  },
  {
    pattern: /curl: \((?:52|55|56)\)|empty reply|connection reset|ECONNRESET|socket hang up|broken pipe/i,
    verdict: 'connection_reset',
    says: 'the connection was cut',
  },
]

export function findToolFailure(text: string): ToolFailure | undefined {
  return FAILURES.find(({ pattern }) => pattern.test(text))
}
