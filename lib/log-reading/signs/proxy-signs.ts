import type { Sign } from './sign.ts'

const signIn = '407 comes from a proxy and never from a provider: it wants a sign-in first.'
const forbids = 'A proxy would not open a tunnel to the provider.'
const down = 'The proxy could not reach the provider, or is failing itself.'
const absent = 'The proxy itself could not be reached.'

/** A proxy stood in the way; the key was not sent. */
export const proxySigns: Sign[] = [
  {
    when: /Proxy response \(407\)|Tunnel connection failed: 407|ProxyError: 407 |CONNECT tunnel failed, response 407|Received HTTP code 407 from proxy|Failed to establish tunnel to .{1,300}: HTTP\/1\.[01] 407|": Proxy Authentication Required|Unable to tunnel through proxy\. Proxy returns "HTTP\/1\.[01] 407/,
    cause: 'proxy_auth_required',
    confidence: 'proven',
    says: signIn,
    source: 'http',
  },
  {
    when: /Proxy response \(5\d\d\)|Tunnel connection failed: 5\d\d|ProxyError: 5\d\d |CONNECT tunnel failed, response 5\d\d|Received HTTP code 5\d\d from proxy|Failed to establish tunnel to .{1,300}: HTTP\/1\.[01] 5\d\d|Proxy returns "HTTP\/1\.[01] 5\d\d/,
    cause: 'proxy_refused',
    confidence: 'likely',
    says: down,
    source: 'http',
  },
  {
    when: /Proxy response \(4\d\d\)|Tunnel connection failed: 4\d\d|ProxyError: 4\d\d |CONNECT tunnel failed, response 4\d\d|Received HTTP code 4\d\d from proxy|Failed to establish tunnel to .{1,300}: HTTP\/1\.[01] 4\d\d|Proxy returns "HTTP\/1\.[01] 4\d\d/,
    cause: 'proxy_refused',
    confidence: 'proven',
    says: forbids,
    source: 'http',
  },
  {
    when: /(?:Get|Post|Put|Head) "https:\/\/[^"]{1,2000}": (?:Forbidden|Method Not Allowed)$/m,
    cause: 'proxy_refused',
    confidence: 'proven',
    says: forbids,
    source: 'go',
  },
  {
    when: /(?:Get|Post|Put|Head) "https:\/\/[^"]{1,2000}": (?:Bad Gateway|Service Unavailable|Gateway Timeout)$/m,
    cause: 'proxy_refused',
    confidence: 'likely',
    says: down,
    source: 'go',
  },
  {
    when: /(?:Get|Post|Put|Head) "https?:\/\/[^"]{1,2000}": proxyconnect tcp: |curl: \(5\) Could not resolve proxy|curl: \(97\) |Cannot connect to proxy\.', (?:NewConnectionError|OSError\('Unable)|Failed to connect to .{1,255} via /,
    cause: 'proxy_refused',
    confidence: 'proven',
    says: absent,
    source: 'http',
  },
  {
    when: /cause: \[RequestAbortedError\]|RequestAbortedError: Proxy/,
    cause: 'proxy_refused',
    confidence: 'possible',
    says: 'Node’s client gave the request up while it opened a tunnel, which it does when a proxy will not forward or wants a sign-in; the log does not hold the proxy’s answer.',
    source: 'node',
  },
  {
    when: /\bTCP_DENIED(?:_REPLY)?\/407 \d{1,12} CONNECT (?<host>[\w.-]{1,255}(?::\d{1,5})?)/,
    cause: 'proxy_auth_required',
    confidence: 'proven',
    says: signIn,
    source: 'squid',
  },
  {
    when: /\bTCP_DENIED(?:_REPLY)?\/403 \d{1,12} CONNECT (?<host>[\w.-]{1,255}(?::\d{1,5})?)/,
    cause: 'proxy_refused',
    confidence: 'proven',
    says: forbids,
    source: 'squid',
  },
  {
    when: /\b(?:NONE|NONE_NONE|TCP_MISS|TCP_TUNNEL)\/50[0234] \d{1,12} CONNECT (?<host>[\w.-]{1,255}(?::\d{1,5})?)/,
    cause: 'proxy_refused',
    confidence: 'likely',
    says: down,
    source: 'squid',
  },
  {
    when: /"CONNECT (?<host>[\w.-]{1,255}:\d{1,5}) (?:- )?HTTP\/[\d.]{1,3}" 407 /,
    cause: 'proxy_auth_required',
    confidence: 'proven',
    says: signIn,
    source: 'envoy',
  },
  {
    when: /"CONNECT (?<host>[\w.-]{1,255}:\d{1,5}) (?:- )?HTTP\/[\d.]{1,3}" (?:403|404|405) /,
    cause: 'proxy_refused',
    confidence: 'proven',
    says: forbids,
    source: 'envoy',
  },
  {
    when: /"[A-Z]{3,7} \S{1,2000} HTTP\/[\d.]{1,3}" 50[34] (?:\S{0,40},)?(?:UF|UH|NR|DF|URX)(?:,\S{0,40})? /,
    cause: 'proxy_refused',
    confidence: 'likely',
    says: down,
    source: 'envoy',
  },
  {
    when: /"[A-Z]{3,7} \S{1,2000} HTTP\/[\d.]{1,3}" 504 (?:\S{0,40},)?(?:UT|SI|DT)(?:,\S{0,40})? /,
    cause: 'tcp_timeout',
    confidence: 'likely',
    says: 'The provider did not answer the proxy in time.',
    source: 'envoy',
  },
  {
    when: /"[A-Z]{3,7} \S{1,2000} HTTP\/[\d.]{1,3}" 503 (?:\S{0,40},)?UC(?:,\S{0,40})? /,
    cause: 'connection_reset',
    confidence: 'likely',
    says: 'The provider’s side cut the connection to the proxy.',
    source: 'envoy',
  },
]
