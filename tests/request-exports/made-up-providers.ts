import { basicAuth, twoParts } from '#lib/providers/basic-auth'
import { openai } from '#lib/providers/openai'
import type { Provider } from '#lib/providers/provider'

const part = (name: string, variable: string, secret = true) => ({ name, variable, secret })
const base: Provider = { ...openai, sites: [], keyFormats: [] }

/** One provider of every way in which a key travels, whoever is in the catalogue. */
export const madeUpProviders: Provider[] = [
  {
    ...base,
    id: 'made-up-basic',
    name: 'Basic',
    parts: [part('account', 'TWO_ACCOUNT', false), part('token', 'TWO_TOKEN')],
    proof: {
      method: 'GET',
      path: (key) => `/accounts/${twoParts(key)[0]}.json`,
      ...basicAuth(twoParts),
      costs: 'nothing',
    },
  },
  {
    ...base,
    id: 'made-up-basic-empty',
    name: 'Basic without a password',
    variables: ['ONE_KEY'],
    proof: { method: 'GET', path: '/me', ...basicAuth((key) => [key, '']), costs: 'nothing' },
  },
  {
    ...base,
    id: 'made-up-aws',
    name: 'Signed',
    parts: [part('access key id', 'AWS_ACCESS_KEY_ID', false), part('secret access key', 'AWS_SECRET_ACCESS_KEY')],
    proof: {
      method: 'POST',
      path: '/',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
      authorize: () => {
        throw new Error('A signature of a placeholder would be worth nothing.')
      },
      scheme: { kind: 'aws', service: 'sts', region: 'us-east-1' },
      costs: 'nothing',
    },
  },
  {
    ...base,
    id: 'made-up-path',
    name: 'In the path',
    variables: ['BOT_TOKEN'],
    proof: {
      method: 'GET',
      path: (key) => `/bot${encodeURIComponent(key)}/getMe`,
      authorize: () => ({}),
      secretIn: 'path',
      costs: 'nothing',
    },
  },
  {
    ...base,
    id: 'made-up-query',
    name: 'In the query',
    variables: ['MAPS_KEY'],
    proof: {
      method: 'GET',
      path: (key) => `/geocode?key=${key}&address=a%20b`,
      authorize: () => ({}),
      secretIn: 'query',
      costs: 'nothing',
    },
  },
  {
    ...base,
    id: 'made-up-body',
    name: 'In the body',
    variables: ['FORM_TOKEN'],
    proof: {
      method: 'POST',
      path: '/check',
      headers: { 'content-type': 'application/json' },
      body: (key) => JSON.stringify({ token: key, note: `it's "quoted" \\ and costs $5` }),
      authorize: () => ({}),
      secretIn: 'body',
      costs: 'nothing',
    },
  },
]
