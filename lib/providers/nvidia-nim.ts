import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const DETECTOR = 'trufflehog detector for NVIDIA keys (POST /v3/keys/get-caller-info)'
const CATALOGUE = 'observed answers of integrate.api.nvidia.com (404 and 410 for a model that was withdrawn)'

const refused = (statusCode: string, statusDescription: string) => ({
  requestStatus: { statusCode, statusDescription, requestId: '1f2e' },
})

const answers: AnswerRule[] = [
  {
    when: { status: 401, text: /invalid api key|unauthori[sz]ed|invalid credentials/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key is not accepted; personal keys end on a date of their own, and keys of the older form are not known here',
    source: DETECTOR,
    example: { status: 401, body: refused('UNAUTHORIZED', 'Invalid API key.') },
  },
  {
    when: { status: 403, text: /not entitled|\bpermissions?\b|not authori[sz]ed to/i },
    verdict: 'permission_missing',
    confidence: 'possible',
    says: 'the account is not entitled to this',
    source: 'unconfirmed',
    example: { status: 403, body: refused('FORBIDDEN', 'The caller is not entitled to this product.') },
  },
  {
    when: {
      status: [404, 410],
      text: /\bfunction\b.{0,100}\bnot found|\bmodel\b.{0,200}\b(end of life|no longer|not found)/i,
    },
    verdict: 'model_not_found',
    confidence: 'likely',
    says: 'this model was withdrawn, or is not open to this account',
    source: CATALOGUE,
    example: {
      status: 404,
      body: { status: 404, title: 'Not Found', detail: "Function '1f2e': Not found for account 'acme'" },
    },
  },
]

/** Whom the key speaks for. The API's own list of models is public, and proves nothing. */
function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || !isRecord(json.requestStatus) || json.requestStatus.statusCode !== 'SUCCESS') return null
  if (typeof json.type !== 'string' || typeof json.orgName !== 'string') return null
  const user = isRecord(json.user) ? json.user : {}
  const owner = [user.name, user.email, json.userId].find((one): one is string => typeof one === 'string')
  return {
    observed: { owner, organisation: json.orgName },
    because: `\`type\` is ${json.type.slice(0, 40)}, of the organisation that \`orgName\` names`,
  }
}

export const nvidiaNim: Provider = {
  id: 'nvidia-nim',
  name: 'NVIDIA NIM',
  category: 'llm',
  baseUrl: 'https://integrate.api.nvidia.com/v1',
  variables: ['NVIDIA_API_KEY', 'NVIDIA_NIM_API_KEY', 'NGC_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^nvapi-[A-Za-z0-9_-]{60,70}$/,
      example: (letters) => `nvapi-${letters(64, 'base64url')}`,
      role: 'usable',
      prefix: 'nvapi-',
      confirmed: true,
      source: 'betterleaks and trufflehog rules',
    },
  ],
  links: {
    dashboard: 'https://build.nvidia.com/settings/api-keys',
    docs: 'https://docs.api.nvidia.com',
    support: 'https://forums.developer.nvidia.com',
    billing: 'https://build.nvidia.com',
    statusPage: 'https://status.ngc.nvidia.com',
  },
  status: { kind: 'statuspage', url: 'https://status.ngc.nvidia.com/api/v2/summary.json' },
  rotation: 'manual',
  proof: {
    method: 'POST',
    baseUrl: 'https://api.ngc.nvidia.com/v3',
    path: '/keys/get-caller-info',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    // The $ of a variable that stands for the key is left alone, so that a shell fills it in.
    body: (key) => `credentials=${key.replace(/[^\w.~$-]/g, encodeURIComponent)}`,
    authorize: () => ({}),
    secretIn: 'body',
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: [],
  requestIdHeaders: ['nv-trace-id', 'x-request-id'],
  llm: { compatible: true, modelsPath: '/models' },
  environmentHint: 'A NIM server of your own has a base URL of its own: choose “OpenAI-compatible server” for it.',
}
