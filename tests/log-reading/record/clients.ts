import type { RecordedCase } from './cases.ts'

/** A real program, and the environment in which it goes through a proxy and trusts the lab's authority. */
export interface Client {
  name: string
  command: string
  args(recorded: RecordedCase): string[]
  env(recorded: RecordedCase, caFile: string): Record<string, string>
  /** Provider whose refusals it is asked for; the network's faults are asked of the same one. */
  provider: 'openai' | 'anthropic'
  /** Does not go through proxies by settings of the environment. */
  isDirect?: boolean
  /** Cases that are enough, where one fills hundreds of lines. */
  only?: string[]
}

const viaProxy = ({ proxy }: RecordedCase): Record<string, string> =>
  proxy ? { HTTPS_PROXY: proxy, https_proxy: proxy } : {}

/** A chained traceback fills a screen for each case; these show every form that it takes. */
const ENOUGH_TRACEBACKS = [
  ...['valid', 'invalid', 'rate_limited', 'billing', 'suspended', 'ip_blocked', 'overloaded', 'api_version'].flatMap(
    (scenario) => [`openai ${scenario}`, `anthropic ${scenario}`],
  ),
  ...['groq invalid', 'google-gemini expired', 'no such host', 'closed port', 'silent', 'reset after request'],
  ...['expired certificate', 'wrong name', 'plain http', 'intercepted', 'proxy sign-in', 'proxy forbids', 'block page'],
]

const node = (name: string, provider: Client['provider'] = 'openai'): Client => ({
  name,
  provider,
  command: process.execPath,
  args: () => [`${name}.mjs`],
  env: (recorded, caFile) => ({ ...viaProxy(recorded), NODE_USE_ENV_PROXY: '1', NODE_EXTRA_CA_CERTS: caFile }),
})

const python = (name: string, command: string, provider: Client['provider'] = 'openai'): Client => ({
  name,
  provider,
  command,
  args: () => [`${name}.py`],
  only: ENOUGH_TRACEBACKS,
  env: (recorded, caFile) => ({ ...viaProxy(recorded), SSL_CERT_FILE: caFile, REQUESTS_CA_BUNDLE: caFile }),
})

export const clients: Client[] = [
  node('openai-node'),
  node('anthropic-node', 'anthropic'),
  node('node-fetch'),
  { ...node('node-uncaught'), isDirect: true },
  node('axios'),
  { ...node('axios-dump'), only: ['openai invalid', 'no such host'] },
  node('pino'),
  {
    ...node('ai-sdk'),
    only: ['openai invalid', 'openai billing', 'groq suspended', 'no such host', 'intercepted', 'proxy forbids'],
  },
  python('openai_python', 'venv/bin/python'),
  python('anthropic_python', 'venv/bin/python', 'anthropic'),
  python('python_requests', '/usr/bin/python3'),
  python('python_httpx', '/usr/bin/python3'),
  {
    name: 'go',
    provider: 'openai',
    command: './go-client',
    args: () => [],
    env: (recorded, caFile) => ({ ...viaProxy(recorded), SSL_CERT_FILE: caFile }),
  },
  {
    name: 'java',
    provider: 'openai',
    command: 'java',
    args: () => ['Main.java'],
    only: ENOUGH_TRACEBACKS,
    env: () => ({}),
    isDirect: true,
  },
  {
    name: 'curl',
    provider: 'openai',
    command: 'curl',
    only: [
      'openai valid',
      'openai billing',
      'google-gemini expired',
      'no such host',
      'closed port',
      'silent',
      'reset on connect',
      'expired certificate',
      'wrong name',
      'plain http',
      'intercepted',
      'proxy sign-in',
      'proxy forbids',
      'block page',
    ],
    args: ({ provider, baseUrl, key }) => [
      ...['-sSv', '--max-time', '3', '-H'],
      provider === 'google-gemini' ? `x-goog-api-key: ${key}` : `authorization: Bearer ${key}`,
      `${baseUrl}/models`,
    ],
    env: (recorded, caFile) => ({ ...viaProxy(recorded), CURL_CA_BUNDLE: caFile }),
  },
]
