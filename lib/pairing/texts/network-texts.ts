import { companyOf } from '#lib/providers/company-of'
import type { Verdict } from '#lib/providers/verdict'
import type { Facts, Step, VerdictText } from './facts.ts'

const testAgain: Step = {
  title: 'Test the pairing again',
  detail: 'The key itself was not judged: nothing speaks against it.',
}

const network = (why: string) => ({ contact: 'network_team' as const, why: () => why })

const allow = ({ host }: Facts): Step => ({
  title: `Let traffic to ${host} through`,
  detail: `Allow outgoing https (TCP 443, or the port in the base URL) to ${host} in firewall and proxy.`,
})

export const networkTexts = {
  dns_not_found: {
    headline: ({ host }) => `The name ${host} does not exist, as seen from here.`,
    steps: ({ host, provider }) => [
      {
        title: 'Check the spelling of the base URL',
        detail: provider.baseUrl
          ? `${companyOf(provider)}’s usual one is ${provider.baseUrl}`
          : `Is ${host} the whole name, and meant to be reachable from here?`,
      },
      {
        title: 'Ask the resolver of this machine',
        detail: `nslookup ${host} – a filter, split DNS or a VPN may hide the name.`,
      },
      testAgain,
    ],
    ...network('The network team runs the resolver that says the name does not exist.'),
    ask: ({ host }) => `Please check why ${host} does not resolve on our network.`,
  },
  dns_temporary: {
    headline: ({ host }) => `The name ${host} could not be looked up: the resolver does not answer.`,
    steps: ({ host }) => [
      {
        title: 'Wait a moment and test again',
        detail: 'A resolver that is starting or overloaded recovers by itself.',
      },
      {
        title: 'Check the resolver of this machine',
        detail: `nslookup ${host} – a container without a network looks the same.`,
      },
    ],
    ...network('The resolver belongs to this network.'),
    ask: ({ host }) => `Please check our DNS resolver: it does not answer for ${host}.`,
  },
  tcp_refused: {
    headline: ({ host }) => `${host} refuses the connection: nothing listens there.`,
    steps: (facts) => [
      {
        title: 'Check host and port of the base URL',
        detail:
          'Inside a container, localhost is the container itself: use host.docker.internal or the host’s own address.',
      },
      { title: 'Start the server, if it is yours', detail: `Does anything listen at ${facts.host}?` },
      { title: 'Otherwise look for a firewall that resets connections', detail: allow(facts).detail },
      testAgain,
    ],
    ...network('A firewall or a stopped server refuses the connection.'),
    ask: ({ host }) => `Please check what refuses connections to ${host}.`,
  },
  tcp_timeout: {
    headline: ({ host }) => `${host} does not answer in time.`,
    steps: (facts) => [
      allow(facts),
      {
        title: 'Compare with another network',
        detail: 'If the same call works elsewhere, a firewall here drops the packets without a word.',
      },
      testAgain,
    ],
    ...network('Packets that vanish are usually dropped by a firewall.'),
    ask: ({ host }) => `Please check whether outgoing traffic to ${host} is dropped.`,
  },
  connection_reset: {
    headline: ({ host }) => `The connection to ${host} was cut.`,
    steps: (facts) => [
      {
        title: 'Test again',
        detail: 'One cut connection may be chance; it was tried twice already where that was safe.',
      },
      allow(facts),
      {
        title: 'Look for a device that inspects traffic',
        detail: 'Firewalls and filters cut connections that they do not like.',
      },
    ],
    ...network('A device between here and there cuts the connection.'),
    ask: ({ host }) => `Please check what cuts connections to ${host}.`,
  },
  proxy_auth_required: {
    headline: () => 'The proxy wants a sign-in before it lets traffic through.',
    steps: () => [
      {
        title: 'Give the proxy’s user and password',
        detail: 'HTTPS_PROXY=http://user:password@host:port, then restart Claviger.',
      },
      { title: 'Or ask for an exception', detail: 'A proxy can let this machine through without a sign-in.' },
      testAgain,
    ],
    ...network('The network team runs the proxy and its accounts.'),
    ask: ({ host }) => `Please give us an account on the proxy, or let ${host} through without one.`,
  },
  proxy_refused: {
    headline: ({ host }) => `The proxy will not forward to ${host}.`,
    steps: (facts) => [
      {
        title: `Ask for ${facts.host} to be allowed in the proxy`,
        detail: 'Its rule, not the key, stops the request.',
      },
      { title: 'Check the proxy’s address', detail: 'HTTPS_PROXY and NO_PROXY decide what goes where.' },
      testAgain,
    ],
    ...network('The network team decides what the proxy forwards.'),
    ask: ({ host }) => `Please allow ${host} on port 443 in the proxy.`,
  },
  tls_intercepted: {
    headline: ({ host }) => `Traffic to ${host} is opened and signed again on its way.`,
    steps: () => [
      {
        title: 'Get the certificate of the inspecting authority',
        detail: 'The TLS stage shows the chain and who signed it.',
      },
      {
        title: 'Trust it, if it is yours',
        detail: 'NODE_EXTRA_CA_CERTS=/path/to/company-ca.pem, then restart Claviger. Never switch verification off.',
      },
      { title: 'Or ask for an exception', detail: 'Traffic that carries keys is better left closed.' },
    ],
    ...network('The network team or the antivirus inspects the traffic.'),
    ask: ({ host }) => `Please send us the certificate of the inspecting authority, or exempt ${host} from inspection.`,
  },
  tls_chain_incomplete: {
    headline: ({ host }) => `${host} does not send its whole certificate chain.`,
    steps: () => [
      {
        title: 'Install the intermediate certificate on the server',
        detail: 'The server must send it after its own. Browsers often hide the mistake.',
      },
      testAgain,
    ],
    contact: 'server_owner',
    why: () => 'The server’s owner installs its certificates.',
    ask: ({ host }) => `Please let ${host} send its intermediate certificate.`,
  },
  tls_self_signed_server: {
    headline: ({ host }) => `${host} shows a certificate that it signed itself.`,
    steps: () => [
      {
        title: 'Trust exactly this certificate, if the server is yours',
        detail: 'NODE_EXTRA_CA_CERTS=/path/to/server.pem, then restart Claviger.',
      },
      {
        title: 'Better: give the server a certificate of an authority',
        detail: 'A company’s own authority or a public one.',
      },
    ],
    contact: 'server_owner',
    why: () => 'The server’s owner chooses its certificate.',
    ask: ({ host }) => `Please give ${host} a certificate of an authority, or send us its certificate to trust.`,
  },
  tls_cert_time: {
    headline: ({ host }) => `The certificate of ${host} is expired, or not valid yet.`,
    steps: () => [
      { title: 'Renew the certificate', detail: 'The TLS stage shows from when to when it is valid.' },
      { title: 'Check the clock of this machine', detail: 'A wrong clock makes good certificates look expired.' },
    ],
    contact: 'server_owner',
    why: () => 'The server’s owner renews its certificate.',
    ask: ({ host }) => `Please renew the certificate of ${host}.`,
  },
  tls_name_mismatch: {
    headline: ({ host }) => `The certificate shown is not for ${host}.`,
    steps: () => [
      {
        title: 'Compare the names in the certificate with the base URL',
        detail:
          'The TLS stage lists them. A typing mistake, a sign-in page of the network or a proxy can be behind it.',
      },
      testAgain,
    ],
    contact: 'server_owner',
    why: () => 'The server’s owner, or the network team, knows which certificate belongs there.',
    ask: ({ host }) => `Please check which certificate ${host} should show.`,
  },
  tls_protocol: {
    headline: ({ host }) => `A secure connection to ${host} could not be agreed on.`,
    steps: () => [
      {
        title: 'Check whether the port speaks https',
        detail: 'https on a port for plain http, or the reverse, fails like this.',
      },
      { title: 'Check the TLS versions of the server', detail: 'At least TLS 1.2 is needed.' },
    ],
    contact: 'server_owner',
    why: () => 'The server’s owner sets its port and TLS versions.',
    ask: ({ host }) => `Please check that ${host} speaks TLS 1.2 or newer on this port.`,
  },
  block_page: {
    headline: ({ provider }) => `A web page answered instead of ${companyOf(provider)}: the request did not reach it.`,
    twin: () => 'A wrong base URL that leads to a web site can look the same.',
    steps: (facts) => [
      {
        title: 'Open the same address in a browser on this network',
        detail: 'A sign-in page, a notice of a filter or a check for robots becomes visible.',
      },
      allow(facts),
      testAgain,
    ],
    ...network('Whoever runs the firewall, web filter or proxy can let the request through.'),
    ask: ({ host }) => `Please let requests to ${host} through without a page in between.`,
  },
} satisfies Partial<Record<Verdict, VerdictText>>
