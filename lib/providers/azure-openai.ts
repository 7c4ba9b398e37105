import { azureOpenaiAnswers } from './azure-openai-answers.ts'
import type { Provider } from './provider.ts'
import { readModelList } from './read-model-list.ts'

/**
 * An application names a deployment, and the list that a key may read holds the models under them: so no model is looked
 * up in it, and there is no `llm` here.
 */
export const azureOpenai: Provider = {
  id: 'azure-openai',
  name: 'Azure OpenAI',
  category: 'llm',
  baseUrl: null,
  address: {
    label: 'Endpoint of your Azure OpenAI resource',
    example: 'https://my-resource.openai.azure.com',
    hosts: /^[a-z0-9-]+\.(openai\.azure\.(com|us|cn)|cognitiveservices\.azure\.com|services\.ai\.azure\.com)$/,
    wildcard: '*.openai.azure.com',
  },
  otherBasePaths: [''],
  variables: ['AZURE_OPENAI_API_KEY', 'AZURE_OPENAI_KEY'],
  keyFormats: [
    {
      kind: 'resource key',
      pattern: /^[a-f0-9]{32}$/,
      example: (letters) => letters(32, 'hex'),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: true,
      source: 'trufflehog rule for Azure OpenAI keys',
    },
    {
      kind: 'resource key of the longer form',
      pattern: /^[A-Za-z0-9]{84}$/,
      example: (letters) => letters(84),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: false,
      source: 'unconfirmed',
    },
  ],
  links: {
    dashboard: 'https://portal.azure.com',
    docs: 'https://learn.microsoft.com/azure/ai-services/openai/reference',
    support: 'https://azure.microsoft.com/support',
    statusPage: 'https://azure.status.microsoft/',
  },
  status: {
    kind: 'rss',
    url: 'https://azure.status.microsoft/en-us/status/feed/',
    components: /openai|foundry|cognitive services|ai services/i,
  },
  rotation: 'automatic',
  proof: {
    method: 'GET',
    path: '/openai/models?api-version=2024-10-21',
    authorize: (key) => ({ 'api-key': key }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers: azureOpenaiAnswers,
  readSuccess: (answer) => readModelList(answer, { strict: true }),
  fingerprintHeaders: ['apim-request-id', 'x-ms-region'],
  requestIdHeaders: ['apim-request-id', 'x-request-id', 'x-ms-request-id'],
  environmentHint:
    'The resource is the environment: its name stands in the endpoint, and a key works only there. Each resource has two keys, so that one can be replaced while the other works.',
}
