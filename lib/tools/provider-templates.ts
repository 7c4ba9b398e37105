export interface NewProvider {
  id: string
  /** Name of the exported constant. */
  constant: string
  name: string
  baseUrl: string
  host: string
  basePath: string
  variable: string
}

/** The product's own file: everything that is not known yet is left at its most careful. */
export const product = ({ id, constant, name, baseUrl, variable }: NewProvider) => `import { bearer } from './bearer.ts'
import type { AnswerRule, Provider } from './provider.ts'
import { readModelList } from './read-model-list.ts'

const answers: AnswerRule[] = [
  {
    when: { status: 401, text: /invalid api key/i },
    verdict: 'key_invalid',
    confidence: 'possible',
    says: 'the key is not valid',
    // The document that says so; "possible" and "unconfirmed" until there is one.
    source: 'unconfirmed',
    example: { status: 401, body: { error: { message: 'Invalid API key' } } },
  },
]

export const ${constant}: Provider = {
  id: '${id}',
  name: '${name}',
  category: 'llm',
  baseUrl: '${baseUrl}',
  variables: ['${variable}'],
  keyFormats: [],
  links: { dashboard: null, docs: '${new URL(baseUrl).origin}' },
  rotation: 'manual',
  // Free, and answered only for a good key: the list of models is public at some providers.
  proof: { method: 'GET', path: '/models', authorize: bearer, needsNegativeControl: true, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess: (answer) => readModelList(answer, { strict: true }),
  fingerprintHeaders: [],
  requestIdHeaders: ['x-request-id'],
  llm: { compatible: true, modelsPath: '/models' },
}
`

/** The simulated provider, from the documentation alone. */
export const labProvider = ({
  id,
  constant,
  name,
  host,
  basePath,
  variable,
}: NewProvider) => `import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'
import { openaiDialect } from './openai-dialect.ts'

const scenario = scenarioOf('the address of the document')

const error = (message: string): Json => ({ error: { message } })
const invalid = error('Invalid API key')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid', ...unconfirmed }),
  scenario(500, error('Internal error'), { name: 'outage', expectedVerdict: 'provider_outage', ...unconfirmed }),
  scenario(200, { ready: true }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
]

export const ${constant}: Provider = {
  id: '${id}',
  name: '${name}',
  host: '${host}',
  basePath: '${basePath}',
  environmentVariable: '${variable}',
  formats: { api: { mint: () => randomText('alphanumeric', 40), pattern: /^[A-Za-z0-9]{40}$/ } },
  presented: presentedKey,
  headers: { 'content-type': 'application/json', 'x-request-id': '{{requestId}}' },
  requestId: () => randomText('alphanumeric', 24),
  noKey: { status: 401, body: invalid },
  notFound: { status: 404, body: error('Not found') },
  routes: openaiDialect({
    models: ['model-one'],
    ownedBy: '${id}',
    missingModel: { status: 404, body: error('There is no such model') },
  }),
  scenarios,
}
`

/** Answers as they really come, with other wordings than the product's own examples. */
export const answerCases = ({ id }: NewProvider) => `import type { AnswerCase } from '../answer-cases.ts'

export const ${id.replaceAll('-', '_').toUpperCase()}_CASES: AnswerCase[] = [
  ['${id}', 'paired', 200, { object: 'list', data: [{ id: 'model-one', object: 'model' }] }],
  ['${id}', 'key_invalid', 401, { error: { message: 'INVALID API KEY supplied' } }],
  ['${id}', 'rate_limited', 429, { error: { message: 'Slow down' } }],
  ['${id}', 'provider_outage', 503, ''],
  ['${id}', 'unexpected_response', 200, { ready: true }],
]
`
