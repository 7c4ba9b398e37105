import { algoliaAnswers } from './algolia-answers.ts'
import { twoParts } from './basic-auth.ts'
import type { Answer, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const KEYS = 'https://www.algolia.com/doc/guides/security/api-keys/'
const RULES = 'trufflehog detector for Algolia'

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || !Array.isArray(json.items) || typeof json.nbPages !== 'number') return null
  return { observed: {}, because: '`items` lists the indices of its application' }
}

/** A key without its application means the one that the base URL names: `https://APPID-dsn.algolia.net`. */
function pairOf(key: string, url: string): [applicationId: string, secret: string] {
  if (key.includes(':')) return twoParts(key)
  const label = URL.parse(url)?.hostname.split('.')[0] ?? ''
  return [label.replace(/-(dsn|\d)$/, '').toUpperCase(), key]
}

const NAMED_ID = /(?<![a-z])app(?:lication)?[_-]?id["']?\s*[:=]\s*["']?([A-Z0-9]{10})\b/i
const NAMED_KEY = /key["']?\s*[:=]\s*["']?([a-f0-9]{32})\b/i
/** The two after each other, with anything but a bare colon between them. */
const PAIR = /^\s*([A-Z0-9]{10})(?!:[a-f0-9])[\s:,;|]+([a-f0-9]{32})\s*$/

/** A piece of a `.env`, JSON or a client's options, or both values after each other. */
function unpack(pasted: string): string | null {
  const id = NAMED_ID.exec(pasted)?.[1]
  const key = NAMED_KEY.exec(pasted)?.[1]
  if (id && key) return `${id}:${key}`
  const pair = PAIR.exec(pasted)
  return pair ? `${pair[1]}:${pair[2]}` : null
}

export const algolia: Provider = {
  id: 'algolia',
  name: 'Algolia',
  category: 'data',
  baseUrl: null,
  address: {
    label: 'Host of your Algolia application',
    example: 'https://YOURAPPID1.algolia.net',
    hosts: /^[a-z0-9]{10}((-dsn|-[1-3])?\.algolia\.net|-[1-3]\.algolianet\.com)$/i,
    wildcard: '*.algolia.net',
  },
  variables: ['ALGOLIA_API_KEY', 'ALGOLIA_ADMIN_KEY', 'ALGOLIA_ADMIN_API_KEY', 'ALGOLIA_SEARCH_KEY'],
  parts: [
    { name: 'application ID', variable: 'ALGOLIA_APP_ID', secret: false },
    { name: 'API key', variable: 'ALGOLIA_API_KEY', secret: true },
  ],
  unpack,
  keyFormats: [
    {
      kind: 'application ID and API key',
      pattern: /^[A-Z0-9]{10}:[a-f0-9]{32}$/,
      example: (letters) => `${letters(10).toUpperCase()}:${letters(32, 'hex')}`,
      role: 'usable',
      prefix: '',
      confirmed: true,
      source: RULES,
    },
    {
      kind: 'API key alone',
      pattern: /^[a-f0-9]{32}$/,
      example: (letters) => letters(32, 'hex'),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: true,
      source: RULES,
    },
  ],
  links: {
    dashboard: 'https://dashboard.algolia.com/account/api-keys',
    docs: KEYS,
    support: 'https://support.algolia.com',
    billing: 'https://dashboard.algolia.com/account/billing',
    statusPage: 'https://status.algolia.com',
  },
  rotation: 'automatic',
  proof: {
    method: 'GET',
    // A key may also ask for itself at `/1/keys/KEY`; but then it would stand in the address.
    path: '/1/indexes?page=0&hitsPerPage=1',
    authorize: (key, { url }) => {
      const [applicationId, secret] = pairOf(key, url)
      return { 'x-algolia-application-id': applicationId, 'x-algolia-api-key': secret }
    },
    costs: 'nothing',
  },
  dialect: 'documented',
  answers: algoliaAnswers,
  readSuccess,
  fingerprintHeaders: ['x-alg-pt'],
  requestIdHeaders: ['x-algolia-request-id'],
  environmentHint:
    'The application ID is the environment, and the first part of the host: a wrong one is a name that does not exist.',
}
