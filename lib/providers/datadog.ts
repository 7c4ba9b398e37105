import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const SPEC = 'DataDog/datadog-api-client: openapi.yaml, /api/v1/validate'
const KEY_SOURCE = 'trufflehog and 1Password rules for Datadog keys'

const site = (name: string, domain: string) => ({ name: `Datadog ${name}`, baseUrl: `https://api.${domain}` })

const answers: AnswerRule[] = [
  {
    when: {
      status: [401, 403],
      text: /^(40[13] )?(forbidden|unauthori[sz]ed)\b|\binvalid api key\b/i,
      also: ({ kind }) => kind === 'json',
    },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'it refuses this API key; it says the same of an unknown and a deleted key, and of one of another site',
    source: SPEC,
    example: { status: 403, body: { status: 'error', code: 403, errors: ['Forbidden'] } },
  },
]

function readSuccess({ json }: Answer): Success | null {
  return isRecord(json) && json.valid === true ? { observed: {}, because: '`valid` is `true`' } : null
}

export const datadog: Provider = {
  id: 'datadog',
  name: 'Datadog',
  category: 'monitoring',
  baseUrl: 'https://api.datadoghq.com',
  sites: [
    site('US1', 'datadoghq.com'),
    site('US3', 'us3.datadoghq.com'),
    site('US5', 'us5.datadoghq.com'),
    site('EU1', 'datadoghq.eu'),
    site('AP1', 'ap1.datadoghq.com'),
    site('AP2', 'ap2.datadoghq.com'),
    site('UK1', 'uk1.datadoghq.com'),
    site('US1-FED', 'ddog-gov.com'),
  ],
  variables: ['DD_API_KEY', 'DATADOG_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^[a-f0-9]{32}$/,
      example: (letters) => letters(32, 'hex'),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: true,
      source: KEY_SOURCE,
    },
    {
      kind: 'application key',
      pattern: /^[a-f0-9]{40}$/,
      example: (letters) => letters(40, 'hex'),
      role: 'wrong_kind',
      instead: 'An application key works only beside an API key. Store the API key, which has 32 characters.',
      prefix: '',
      isShared: true,
      confirmed: true,
      source: KEY_SOURCE,
    },
  ],
  links: {
    dashboard: 'https://app.datadoghq.com/organization-settings/api-keys',
    docs: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    support: 'https://docs.datadoghq.com/help/',
    billing: 'https://app.datadoghq.com/billing/plan',
    statusPage: 'https://status.datadoghq.com',
  },
  // The page of US1; the other sites have pages of their own.
  status: {
    kind: 'statuspage',
    url: 'https://status.datadoghq.com/api/v2/summary.json',
    components: /\b(API|Authentication|Web)\b/i,
    hosts: /^api\.datadoghq\.com$/,
  },
  rotation: 'automatic',
  proof: {
    method: 'GET',
    path: '/api/v1/validate',
    authorize: (key) => ({ 'dd-api-key': key }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: [],
  requestIdHeaders: [],
  environmentHint:
    'The site is the environment: a key of one site is refused by the others like an unknown one. When a key is refused, the other sites are asked too.',
}
