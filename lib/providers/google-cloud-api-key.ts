import { googleCloudLimits } from './google-cloud-limits.ts'
import { googleCloudRefusals } from './google-cloud-refusals.ts'
import type { Answer, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'
import { unpackServiceAccount } from './unpack-service-account.ts'

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || json.error || typeof json.projectId !== 'string' || !/^\d+$/.test(json.projectId)) return null
  return { observed: { organisation: `project ${json.projectId}` }, because: '`projectId` names the key’s project' }
}

export const googleCloudApiKey: Provider = {
  id: 'google-cloud-api-key',
  name: 'Google Cloud',
  category: 'cloud',
  baseUrl: 'https://www.googleapis.com',
  variables: ['GOOGLE_CLOUD_API_KEY', 'GOOGLE_MAPS_API_KEY', 'GOOGLE_API_KEY', 'FIREBASE_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^AIza[A-Za-z0-9_-]{35}$/,
      example: (letters) => `AIza${letters(35, 'base64url')}`,
      role: 'usable',
      prefix: 'AIza',
      alsoOf: ['google-gemini'],
      confirmed: true,
      source: 'gitleaks rule for Google API keys',
    },
    {
      kind: 'service account',
      pattern: /^\{.*"type":"service_account".*\}$/,
      example: (letters) => `{"type":"service_account","client_email":"${letters(8)}@example.com"}`,
      role: 'wrong_kind',
      instead:
        'A service account signs in with a private key of its own, and is no API key. Create an API key, or keep the file where the application reads it (GOOGLE_APPLICATION_CREDENTIALS).',
      prefix: '{"type":"service_account"',
      confirmed: true,
      source: 'trufflehog rule for Google Cloud service accounts',
    },
  ],
  unpack: unpackServiceAccount,
  links: {
    dashboard: 'https://console.cloud.google.com/apis/credentials',
    docs: 'https://cloud.google.com/docs/authentication/api-keys',
    support: 'https://cloud.google.com/support',
    billing: 'https://console.cloud.google.com/billing',
    statusPage: 'https://status.cloud.google.com',
  },
  status: { kind: 'google', url: 'https://status.cloud.google.com/incidents.json' },
  rotation: 'automatic',
  proof: {
    method: 'GET',
    path: '/identitytoolkit/v3/relyingparty/getProjectConfig',
    authorize: (key) => ({ 'x-goog-api-key': key }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers: [...googleCloudRefusals, ...googleCloudLimits],
  readSuccess,
  fingerprintHeaders: ['server-timing'],
  requestIdHeaders: [],
  environmentHint: 'Keys carry no test or live mark: an environment is a Google Cloud project of its own.',
}
