import { bearer } from './bearer.ts'
import { openaiAnswers } from './openai-answers.ts'
import type { Provider } from './provider.ts'
import { readModelList } from './read-model-list.ts'

const KEY_SOURCE = 'gitleaks and betterleaks rules for OpenAI keys'

export const openai: Provider = {
  id: 'openai',
  name: 'OpenAI',
  category: 'llm',
  baseUrl: 'https://api.openai.com/v1',
  otherHosts: ['us.api.openai.com', 'eu.api.openai.com'],
  variables: ['OPENAI_API_KEY', 'OPENAI_KEY', 'OPENAI_ADMIN_KEY'],
  keyFormats: [
    {
      kind: 'project key',
      pattern: /^sk-proj-[A-Za-z0-9_-]{20,120}T3BlbkFJ[A-Za-z0-9_-]{20,120}$/,
      evenAround: 'T3BlbkFJ',
      example: (letters) => `sk-proj-${letters(74)}T3BlbkFJ${letters(74)}`,
      role: 'usable',
      prefix: 'sk-proj-',
      confirmed: true,
      source: KEY_SOURCE,
    },
    {
      kind: 'service-account key',
      pattern: /^sk-svcacct-[A-Za-z0-9_-]{20,120}T3BlbkFJ[A-Za-z0-9_-]{20,120}$/,
      evenAround: 'T3BlbkFJ',
      example: (letters) => `sk-svcacct-${letters(74)}T3BlbkFJ${letters(74)}`,
      role: 'usable',
      prefix: 'sk-svcacct-',
      confirmed: true,
      source: KEY_SOURCE,
    },
    {
      kind: 'user key',
      pattern: /^sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}$/,
      example: (letters) => `sk-${letters(20)}T3BlbkFJ${letters(20)}`,
      role: 'usable',
      prefix: 'sk-',
      confirmed: true,
      source: KEY_SOURCE,
    },
    {
      kind: 'admin key',
      pattern: /^sk-admin-[A-Za-z0-9_-]{20,120}T3BlbkFJ[A-Za-z0-9_-]{20,120}$/,
      example: (letters) => `sk-admin-${letters(58)}T3BlbkFJ${letters(58)}`,
      role: 'wrong_kind',
      instead: 'An admin key manages the organisation and cannot call models. Create a project or service-account key.',
      prefix: 'sk-admin-',
      confirmed: true,
      source: 'trufflehog detector for OpenAI admin keys',
    },
  ],
  links: {
    dashboard: 'https://platform.openai.com/account/api-keys',
    docs: 'https://platform.openai.com/docs',
    support: 'https://help.openai.com',
    billing: 'https://platform.openai.com/settings/organization/billing',
    statusPage: 'https://status.openai.com',
  },
  status: {
    kind: 'statuspage',
    url: 'https://status.openai.com/api/v2/summary.json',
    components:
      /\b(api|responses|completions|embeddings|realtime|batch|fine-tuning|images|audio|files|moderations?|assistants|models|login|authentication)\b/i,
  },
  rotation: 'automatic',
  proof: { method: 'GET', path: '/models', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers: openaiAnswers,
  readSuccess(answer) {
    const success = readModelList(answer, { strict: true })
    if (success) success.observed.organisation = answer.headers['openai-organization']
    return success
  },
  fingerprintHeaders: ['openai-version', 'openai-organization', 'openai-processing-ms', 'x-request-id'],
  requestIdHeaders: ['x-request-id'],
  llm: { compatible: true, modelsPath: '/models' },
  environmentHint: 'OpenAI keys carry no test or live mark: an environment is a project of its own.',
}
