import { coded, type Sign } from './sign.ts'

const absent = 'The name of the host does not exist, as that machine sees it.'
const silent = 'The name of the host could not be looked up: the resolver did not answer or failed.'

/** The name of the host could not be turned into an address. */
export const nameSigns: Sign[] = [
  { when: coded('EAI_AGAIN'), cause: 'dns_temporary', confidence: 'proven', says: silent, source: 'node' },
  {
    when: coded('ENOTFOUND|EAI_NONAME|EAI_NODATA'),
    cause: 'dns_not_found',
    confidence: 'proven',
    says: absent,
    source: 'node',
  },
  {
    when: /Failed to resolve '(?<host>[\w.-]{1,255})' \(\[Errno -3\]|\[Errno -3\] Temporary failure in name resolution/,
    cause: 'dns_temporary',
    confidence: 'proven',
    says: silent,
    source: 'python',
  },
  {
    when: /Failed to resolve '(?<host>[\w.-]{1,255})'|\[Errno (?:-2|-5|8|11001)\] (?:Name or service not known|No address associated with hostname|nodename nor servname provided|getaddrinfo failed)/,
    cause: 'dns_not_found',
    confidence: 'proven',
    says: absent,
    source: 'python',
  },
  {
    when: /lookup (?<host>[\w.-]{1,255})(?: on [\w.:[\]]{1,80})?: (?:server misbehaving|.{0,80}i\/o timeout|Temporary failure)/,
    cause: 'dns_temporary',
    confidence: 'proven',
    says: silent,
    source: 'go',
  },
  {
    when: /lookup (?<host>[\w.-]{1,255})(?: on [\w.:[\]]{1,80})?: no such host/,
    cause: 'dns_not_found',
    confidence: 'proven',
    says: absent,
    source: 'go',
  },
  {
    when: /curl: \(6\) Could not resolve host: (?<host>[\w.-]{1,255})/,
    cause: 'dns_not_found',
    confidence: 'likely',
    says: absent,
    source: 'curl',
  },
  {
    when: /java\.net\.UnknownHostException(?:: (?<host>[\w.-]{1,255}))?|java\.nio\.channels\.UnresolvedAddressException/,
    cause: 'dns_not_found',
    confidence: 'likely',
    says: absent,
    source: 'java',
  },
  {
    when: /(?<=(?<host>[\w.-]{1,255})) could not be resolved \((?:2: Server failure|110: Operation timed out|5: )/,
    cause: 'dns_temporary',
    confidence: 'proven',
    says: silent,
    source: 'nginx',
  },
  {
    when: /host not found in upstream "(?<host>[\w.-]{1,255})| could not be resolved \(3: Host not found\)/,
    cause: 'dns_not_found',
    confidence: 'proven',
    says: absent,
    source: 'nginx',
  },
]
