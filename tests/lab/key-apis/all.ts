import { createHash, createHmac, createVerify, generateKeyPairSync } from 'node:crypto'
import { randomText } from '../random-text.ts'
import type { Answer, Json } from '../scenario.ts'
import {
  bearerIs,
  endIn,
  headerIs,
  iso,
  type LabKeyApi,
  made,
  masked,
  noContent,
  ok,
  seconds,
  text,
} from './key-api.ts'
import type { LedgerKey } from './ledger.ts'

const uuid = () => [8, 4, 4, 4, 12].map((length) => randomText('hex', length)).join('-')
const notFound = (message: string): Answer => ({
  status: 404,
  body: { error: { message, type: 'not_found', code: 'not_found' } },
})
const unauthorized: Answer = { status: 401, body: { error: { message: 'Unauthorized', code: 'unauthorized' } } }

const openai: LabKeyApi = {
  id: 'openai',
  provider: 'openai',
  host: 'api.openai.com',
  basePath: '/v1',
  settings: { projectId: 'proj_lab' },
  idOf: () => `user-${randomText('alphanumeric', 24)}`,
  makeCredential: () => `sk-admin-${randomText('base64url', 58)}T3BlbkFJ${randomText('base64url', 58)}`,
  carries: bearerIs,
  refused: {
    status: 401,
    body: { error: { message: 'Incorrect API key provided.', type: 'invalid_request_error', code: 'invalid_api_key' } },
  },
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/organization\/projects\/proj_lab\/api_keys$/,
      answer: ({ ledger, call }) => {
        const [limit, after] = [Number(call.query.get('limit') ?? 20), call.query.get('after')]
        const all = ledger.listed()
        const start = after ? all.findIndex(({ id }) => `key_${id}` === after) + 1 : 0
        const page = all.slice(start, start + limit)
        const data = page.map((key) => ({
          object: 'organization.project.api_key',
          id: `key_${key.id}`,
          name: 'Secret Key',
          redacted_value: masked(key),
          created_at: seconds(key),
          last_used_at: null,
          owner: {
            type: 'service_account',
            service_account: { id: key.id, name: key.name, created_at: seconds(key), role: 'member' },
          },
        }))
        const ids = { first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null }
        return ok({ object: 'list', data, ...ids, has_more: all.length > start + limit })
      },
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/organization\/projects\/proj_lab\/service_accounts$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(fields.name), { kind: 'serviceAccount' })
        const api_key = {
          object: 'organization.project.service_account.api_key',
          id: `key_${key.id}`,
          name: 'Secret Key',
          created_at: seconds(key),
          value: key.value,
        }
        return ok({
          object: 'organization.project.service_account',
          id: key.id,
          name: key.name,
          role: 'member',
          created_at: seconds(key),
          api_key,
        })
      },
    },
    {
      operation: 'revoke',
      method: 'DELETE',
      path: /^\/organization\/projects\/proj_lab\/service_accounts\/([^/]+)$/,
      answer: endIn(
        ok({ object: 'organization.project.service_account.deleted', deleted: true }),
        notFound('No such service account'),
      ),
    },
  ],
}

const mistral: LabKeyApi = {
  id: 'mistral',
  provider: 'mistral',
  host: 'api.mistral.ai',
  basePath: '/v1/admin',
  settings: { workspaceId: uuid() },
  idOf: uuid,
  makeCredential: () => randomText('alphanumeric', 40),
  carries: headerIs('x-api-key'),
  refused: { status: 401, body: { message: 'Unauthorized', request_id: '1' } },
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/api-keys$/,
      answer: ({ ledger, call }) => {
        const [limit, offset] = [Number(call.query.get('limit')), Number(call.query.get('offset'))]
        const page = ledger.listed().slice(offset, offset + limit)
        return ok({
          keys: page.map((key) => ({
            key_id: key.id,
            name: key.name,
            hidden_key: masked(key),
            key: null,
            created_at: iso(key),
          })),
        })
      },
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/api-keys$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(fields.name))
        return ok({ key_id: key.id, name: key.name, key: key.value, created_at: iso(key), expiration_date: null })
      },
    },
    { operation: 'revoke', method: 'DELETE', path: /^\/api-keys\/([^/]+)$/, answer: endIn(ok({}), notFound('No key')) },
  ],
}

const fireworks: LabKeyApi = {
  id: 'fireworks',
  provider: 'fireworks',
  host: 'api.fireworks.ai',
  basePath: '/v1',
  settings: { accountId: 'lab', userId: 'bot' },
  idOf: () => randomText('alphanumeric', 20),
  makeCredential: () => `fw_${randomText('alphanumeric', 24)}`,
  carries: bearerIs,
  refused: unauthorized,
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/accounts\/lab\/users\/bot\/apiKeys$/,
      answer: ({ ledger }) =>
        ok({
          apiKeys: ledger
            .listed()
            .map((key) => ({ keyId: key.id, displayName: key.name, key: masked(key), createTime: iso(key) })),
          nextPageToken: '',
          totalSize: ledger.listed().length,
        }),
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/accounts\/lab\/users\/bot\/apiKeys$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text((fields.apiKey as Record<string, Json>).displayName))
        return ok({ keyId: key.id, displayName: key.name, key: key.value, createTime: iso(key) })
      },
    },
    {
      operation: 'revoke',
      method: 'POST',
      path: /^\/accounts\/lab\/users\/bot\/apiKeys:delete$/,
      answer: ({ ledger, fields }) => (ledger.end(text(fields.keyId)) ? ok({}) : notFound('No such key')),
    },
  ],
}

const xai: LabKeyApi = {
  id: 'xai',
  provider: 'xai',
  host: 'management-api.x.ai',
  basePath: '',
  settings: { teamId: 'team-lab-1' },
  idOf: uuid,
  makeCredential: () => `xai-token-${randomText('alphanumeric', 80)}`,
  carries: bearerIs,
  refused: unauthorized,
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/auth\/teams\/team-lab-1\/api-keys$/,
      answer: ({ ledger }) =>
        ok({
          apiKeys: ledger
            .listed()
            .map((key) => ({ apiKeyId: key.id, name: key.name, redactedApiKey: masked(key), createTime: iso(key) })),
        }),
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/auth\/teams\/team-lab-1\/api-keys$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(fields.name))
        return ok({ apiKey: key.value, apiKeyId: key.id, name: key.name, createTime: iso(key) })
      },
    },
    {
      operation: 'revoke',
      method: 'DELETE',
      path: /^\/auth\/api-keys\/([^/]+)$/,
      answer: endIn(ok({}), notFound('No key')),
    },
  ],
}

const openrouter: LabKeyApi = {
  id: 'openrouter',
  provider: 'openrouter',
  host: 'openrouter.ai',
  basePath: '/api/v1',
  settings: {},
  idOf: (value) => createHash('sha256').update(value).digest('hex'),
  makeCredential: () => `sk-or-v1-${randomText('hex', 64)}`,
  carries: bearerIs,
  refused: { status: 401, body: { error: { message: 'Invalid management key', code: 401 } } },
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/keys$/,
      answer: ({ ledger, call }) => {
        const offset = Number(call.query.get('offset') ?? 0)
        const page = ledger.listed().slice(offset, offset + 100)
        return ok({
          data: page.map((key) => ({
            hash: key.id,
            name: key.name,
            label: masked(key),
            disabled: false,
            created_at: iso(key),
          })),
        })
      },
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/keys$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(fields.name))
        return made({
          data: { hash: key.id, name: key.name, label: masked(key), created_at: iso(key) },
          key: key.value,
        })
      },
    },
    {
      operation: 'revoke',
      method: 'DELETE',
      path: /^\/keys\/([^/]+)$/,
      answer: endIn(ok({ deleted: true }), notFound('Key not found')),
    },
  ],
}

const elevenlabs: LabKeyApi = {
  id: 'elevenlabs',
  provider: 'elevenlabs',
  host: 'api.elevenlabs.io',
  basePath: '/v1',
  settings: { serviceAccountId: 'sa_lab' },
  idOf: () => randomText('alphanumeric', 20),
  makeCredential: () => `sk_${randomText('hex', 48)}`,
  carries: headerIs('xi-api-key'),
  refused: { status: 401, body: { detail: { status: 'invalid_api_key', message: 'Invalid API key' } } },
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/service-accounts\/sa_lab\/api-keys$/,
      answer: ({ ledger }) =>
        ok({
          'api-keys': ledger.listed().map((key) => ({
            key_id: key.id,
            name: key.name,
            hint: `...${key.value.slice(-4)}`,
            created_at_unix: seconds(key),
            is_disabled: false,
            permissions: ['all'],
          })),
        }),
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/service-accounts\/sa_lab\/api-keys$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(fields.name))
        return ok({ 'xi-api-key': key.value, key_id: key.id })
      },
    },
    {
      operation: 'revoke',
      method: 'DELETE',
      path: /^\/service-accounts\/sa_lab\/api-keys\/([^/]+)$/,
      answer: endIn(ok({ status: 'ok' }), notFound('api_key_not_found')),
    },
  ],
}

const deepgram: LabKeyApi = {
  id: 'deepgram',
  provider: 'deepgram',
  host: 'api.deepgram.com',
  basePath: '/v1',
  settings: { projectId: 'project-lab' },
  idOf: uuid,
  makeCredential: () => randomText('hex', 40),
  carries: (call, credential) => call.headers.authorization === `Token ${credential}`,
  refused: { status: 401, body: { err_code: 'INVALID_AUTH', err_msg: 'Invalid credentials.', request_id: '1' } },
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/projects\/project-lab\/keys$/,
      answer: ({ ledger }) =>
        ok({
          api_keys: ledger.listed().map((key) => ({
            member: { member_id: '1', email: 'lab@example.test', first_name: 'Lab', last_name: '' },
            api_key: { api_key_id: key.id, comment: key.name, scopes: ['member'], created: iso(key) },
          })),
        }),
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/projects\/project-lab\/keys$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(fields.comment))
        return ok({ api_key_id: key.id, key: key.value, comment: key.name, scopes: ['member'], created: iso(key) })
      },
    },
    {
      operation: 'revoke',
      method: 'DELETE',
      path: /^\/projects\/project-lab\/keys\/([^/]+)$/,
      answer: endIn(ok({ message: 'Successfully deleted the API key!' }), notFound('Key not found')),
    },
  ],
}

/** Clients trade an id and a secret for a token first. */
const pinecone: LabKeyApi = {
  id: 'pinecone',
  provider: 'pinecone',
  host: 'api.pinecone.io',
  basePath: '/admin',
  settings: { projectId: uuid() },
  idOf: uuid,
  makeCredential: () => `${randomText('alphanumeric', 32)}:${randomText('alphanumeric', 64)}`,
  carries: (call, credential) => bearerIs(call, `token-${createHash('sha256').update(credential).digest('hex')}`),
  refused: { status: 401, body: { error: { code: 'UNAUTHENTICATED', message: 'Invalid token' }, status: 401 } },
  routes: [
    {
      operation: 'signIn',
      method: 'POST',
      path: /^\/oauth\/token$/,
      answer: ({ fields }) =>
        ok({
          access_token: `token-${createHash('sha256')
            .update(`${text(fields.client_id)}:${text(fields.client_secret)}`)
            .digest('hex')}`,
          token_type: 'Bearer',
          expires_in: 1800,
        }),
    },
    {
      operation: 'list',
      method: 'GET',
      path: /^\/projects\/[0-9a-f-]+\/api-keys$/,
      answer: ({ ledger }) =>
        ok({
          data: ledger
            .listed()
            .map((key) => ({ id: key.id, name: key.name, roles: ['ProjectEditor'], created_at: iso(key) })),
        }),
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/projects\/[0-9a-f-]+\/api-keys$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(fields.name))
        return made({
          key: { id: key.id, name: key.name, roles: ['ProjectEditor'], created_at: iso(key) },
          value: key.value,
        })
      },
    },
    {
      operation: 'revoke',
      method: 'DELETE',
      path: /^\/api-keys\/([^/]+)$/,
      answer: endIn({ status: 202, body: '' }, notFound('API key not found')),
    },
  ],
}

const account = generateKeyPairSync('rsa', { modulusLength: 2048 })
const publicKey = account.publicKey.export({ type: 'spki', format: 'pem' })
const operations = new Map<string, { key: LedgerKey; asked: number }>()
const googleKey = (key: LedgerKey) => ({
  name: `projects/1/locations/global/keys/${key.id}`,
  uid: key.id,
  displayName: key.name,
  createTime: iso(key),
  etag: 'W/"1"',
})

/** Service accounts sign a statement to get a token; making a key is an operation that is asked about until it is done. */
const google: LabKeyApi = {
  id: 'google-cloud-api-key',
  provider: 'google-cloud-api-key',
  host: 'apikeys.googleapis.com',
  basePath: '',
  settings: { projectId: 'lab-project' },
  idOf: uuid,
  makeCredential: () =>
    JSON.stringify({
      type: 'service_account',
      client_email: 'rotator@lab-project.iam.gserviceaccount.com',
      private_key: account.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    }),
  carries: (call) => bearerIs(call, 'ya29.lab'),
  refused: { status: 401, body: { error: { code: 401, message: 'Invalid credentials', status: 'UNAUTHENTICATED' } } },
  routes: [
    {
      operation: 'signIn',
      method: 'POST',
      path: /^\/token$/,
      answer: ({ fields }) => {
        const [head = '', claims = '', signature = ''] = text(fields.assertion).split('.')
        const isSigned = createVerify('RSA-SHA256')
          .update(`${head}.${claims}`)
          .verify(publicKey, signature, 'base64url')
        return isSigned
          ? ok({ access_token: 'ya29.lab', expires_in: 3599, token_type: 'Bearer' })
          : { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' } }
      },
    },
    {
      operation: 'list',
      method: 'GET',
      path: /^\/v2\/projects\/lab-project\/locations\/global\/keys$/,
      answer: ({ ledger }) => ok(ledger.listed().length > 0 ? { keys: ledger.listed().map(googleKey) } : {}),
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/v2\/projects\/lab-project\/locations\/global\/keys$/,
      answer: ({ ledger, fields }) => {
        const name = `operations/akmf.${uuid()}`
        operations.set(name, { key: ledger.mint(text(fields.displayName)), asked: 0 })
        return ok({ name })
      },
    },
    {
      operation: 'describe',
      method: 'GET',
      path: /^\/v2\/(operations\/.+)$/,
      answer: ({ parts }) => {
        const operation = operations.get(parts[0] ?? '')
        if (!operation) return notFound('No such operation')
        operation.asked += 1
        if (operation.asked < 2) return ok({ name: parts[0] ?? '' })
        return ok({
          name: parts[0] ?? '',
          done: true,
          response: { ...googleKey(operation.key), keyString: operation.key.value },
        })
      },
    },
    {
      operation: 'revoke',
      method: 'DELETE',
      path: /^\/v2\/projects\/lab-project\/locations\/global\/keys\/([^/]+)$/,
      answer: endIn(ok({ name: 'operations/akmf.deleted', done: true }), notFound('Not found')),
    },
  ],
}

const xml = (action: string, inner: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${action}Result>${inner}</${action}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></${action}Response>`,
})
const xmlError = (status: number, code: string, message: string): Answer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
})
const noSuchKey = xmlError(404, 'NoSuchEntity', 'The Access Key cannot be found.')
const accessKey = (key: LedgerKey, secret = '') =>
  `<UserName>lab</UserName><AccessKeyId>${key.id}</AccessKeyId><Status>${key.inactive ? 'Inactive' : 'Active'}</Status>${secret}<CreateDate>${iso(key)}</CreateDate>`
const action =
  (name: string) =>
  ({ fields }: { fields: Record<string, Json> }) =>
    fields.Action === name

/** Two keys at most, and none has a name. */
const aws: LabKeyApi = {
  id: 'aws',
  provider: 'aws',
  host: 'iam.amazonaws.com',
  basePath: '',
  settings: { userName: 'lab' },
  idOf: (value) => value.split(':')[0] ?? value,
  makeCredential: () => `AKIA${randomText('upper', 16).replace(/[0189]/g, 'A')}:${randomText('alphanumeric', 40)}`,
  carries: (call, credential) =>
    (call.headers.authorization ?? '').includes(`Credential=${credential.split(':')[0]}/`) &&
    (call.headers.authorization ?? '').includes('/us-east-1/iam/aws4_request'),
  refused: xmlError(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.'),
  routes: [
    {
      operation: 'list',
      method: 'POST',
      path: /^\/$/,
      when: action('ListAccessKeys'),
      answer: ({ ledger }) =>
        xml(
          'ListAccessKeys',
          `<UserName>lab</UserName><AccessKeyMetadata>${ledger
            .listed()
            .map((key) => `<member>${accessKey(key)}</member>`)
            .join('')}</AccessKeyMetadata><IsTruncated>false</IsTruncated>`,
        ),
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/$/,
      when: action('CreateAccessKey'),
      answer: ({ ledger }) => {
        if (ledger.listed().length >= 2)
          return xmlError(409, 'LimitExceeded', 'Cannot exceed quota for AccessKeysPerUser: 2')
        const key = ledger.mint('')
        const secret = `<SecretAccessKey>${key.value.split(':')[1]}</SecretAccessKey>`
        return xml('CreateAccessKey', `<AccessKey>${accessKey(key, secret)}</AccessKey>`)
      },
    },
    {
      operation: 'deactivate',
      method: 'POST',
      path: /^\/$/,
      when: action('UpdateAccessKey'),
      answer: ({ ledger, fields }) =>
        ledger.deactivate(text(fields.AccessKeyId)) ? xml('UpdateAccessKey', '') : noSuchKey,
    },
    {
      operation: 'revoke',
      method: 'POST',
      path: /^\/$/,
      when: action('DeleteAccessKey'),
      answer: ({ ledger, fields }) => (ledger.end(text(fields.AccessKeyId)) ? xml('DeleteAccessKey', '') : noSuchKey),
    },
  ],
}

const cloudflare: LabKeyApi = {
  id: 'cloudflare',
  provider: 'cloudflare',
  host: 'api.cloudflare.com',
  basePath: '/client/v4',
  settings: { accountId: randomText('hex', 32), policies: '[{"effect":"allow"}]' },
  idOf: () => randomText('hex', 32),
  makeCredential: () => randomText('base64url', 40),
  carries: bearerIs,
  refused: {
    status: 403,
    body: { success: false, errors: [{ code: 10000, message: 'Authentication error' }], messages: [], result: null },
  },
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/accounts\/[0-9a-f]{32}\/tokens$/,
      answer: ({ ledger, call }) => {
        const page = Number(call.query.get('page') ?? 1)
        const all = ledger.listed()
        const result = all
          .slice((page - 1) * 50, page * 50)
          .map((key) => ({ id: key.id, name: key.name, status: 'active', issued_on: iso(key) }))
        const result_info = {
          page,
          per_page: 50,
          total_pages: Math.max(1, Math.ceil(all.length / 50)),
          total_count: all.length,
        }
        return ok({ success: true, errors: [], messages: [], result, result_info })
      },
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/accounts\/[0-9a-f]{32}\/tokens$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(fields.name))
        const result = { id: key.id, name: key.name, status: 'active', issued_on: iso(key), value: key.value }
        return ok({ success: true, errors: [], messages: [], result })
      },
    },
    {
      operation: 'revoke',
      method: 'DELETE',
      path: /^\/accounts\/[0-9a-f]{32}\/tokens\/([^/]+)$/,
      answer: endIn(ok({ success: true, errors: [], messages: [], result: {} }), notFound('Token not found')),
    },
  ],
}

const datadog: LabKeyApi = {
  id: 'datadog',
  provider: 'datadog',
  host: 'api.datadoghq.com',
  basePath: '',
  settings: {},
  idOf: uuid,
  makeCredential: () => `${randomText('hex', 32)}:${randomText('hex', 40)}`,
  carries: (call, credential) => `${call.headers['dd-api-key']}:${call.headers['dd-application-key']}` === credential,
  refused: { status: 403, body: { errors: ['Forbidden'] } },
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/api\/v2\/api_keys$/,
      answer: ({ ledger, call }) => {
        const [size, page] = [Number(call.query.get('page[size]') ?? 10), Number(call.query.get('page[number]') ?? 0)]
        const data = ledger.listed().slice(page * size, (page + 1) * size)
        return ok({
          data: data.map((key) => ({
            id: key.id,
            type: 'api_keys',
            attributes: { name: key.name, last4: key.value.slice(-4), created_at: iso(key) },
          })),
        })
      },
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/api\/v2\/api_keys$/,
      answer: ({ ledger, fields }) => {
        const { attributes } = fields.data as { attributes: Record<string, Json> }
        const key = ledger.mint(text(attributes.name))
        const about = { name: key.name, key: key.value, last4: key.value.slice(-4), created_at: iso(key) }
        return made({ data: { id: key.id, type: 'api_keys', attributes: about } })
      },
    },
    {
      operation: 'revoke',
      method: 'DELETE',
      path: /^\/api\/v2\/api_keys\/([^/]+)$/,
      answer: endIn(noContent, { status: 404, body: { errors: ['Not found'] } }),
    },
  ],
}

const sendgrid: LabKeyApi = {
  id: 'sendgrid',
  provider: 'sendgrid',
  host: 'api.sendgrid.com',
  basePath: '/v3',
  settings: {},
  idOf: (value) => value.split('.')[1] ?? value,
  makeCredential: () => `SG.${randomText('base64url', 22)}.${randomText('base64url', 43)}`,
  carries: bearerIs,
  refused: { status: 401, body: { errors: [{ field: null, message: 'authorization required' }] } },
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/api_keys$/,
      answer: ({ ledger }) => ok({ result: ledger.listed().map(({ id, name }) => ({ api_key_id: id, name })) }),
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/api_keys$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(fields.name))
        return made({ api_key: key.value, api_key_id: key.id, name: key.name, scopes: fields.scopes ?? [] })
      },
    },
    {
      operation: 'revoke',
      method: 'DELETE',
      path: /^\/api_keys\/([^/]+)$/,
      answer: endIn(noContent, notFound('unable to find API Key')),
    },
  ],
}

const twilioKey = (account: string) => `${account}:SK${randomText('hex', 32)}:${randomText('alphanumeric', 32)}`

const twilio: LabKeyApi = {
  id: 'twilio',
  provider: 'twilio',
  host: 'iam.twilio.com',
  basePath: '/v1',
  settings: { accountSid: `AC${randomText('hex', 32)}` },
  idOf: (value) => value.split(':')[1] ?? value,
  makeCredential: () => `AC${randomText('hex', 32)}:${randomText('hex', 32)}`,
  carries: (call, credential) => call.headers.authorization === `Basic ${Buffer.from(credential).toString('base64')}`,
  refused: { status: 401, body: { code: 20003, message: 'Authenticate', status: 401 } },
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/Keys$/,
      answer: ({ ledger }) =>
        ok({
          keys: ledger
            .listed()
            .map((key) => ({ sid: key.id, friendly_name: key.name, date_created: key.createdAt.toUTCString() })),
          meta: { key: 'keys', next_page_url: null },
        }),
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/Keys$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(fields.FriendlyName), {
          kind: 'apiKey',
          value: twilioKey(text(fields.AccountSid)),
        })
        const secret = key.value.split(':')[2] ?? ''
        return made({ sid: key.id, friendly_name: key.name, date_created: key.createdAt.toUTCString(), secret })
      },
    },
    {
      operation: 'revoke',
      method: 'DELETE',
      path: /^\/Keys\/([^/]+)$/,
      answer: endIn(noContent, { status: 404, body: { code: 20404, message: 'Not found', status: 404 } }),
    },
  ],
}

const resend: LabKeyApi = {
  id: 'resend',
  provider: 'resend',
  host: 'api.resend.com',
  basePath: '',
  settings: { permission: 'full_access' },
  idOf: uuid,
  makeCredential: () => `re_${randomText('alphanumeric', 8)}_${randomText('alphanumeric', 24)}`,
  carries: bearerIs,
  refused: { status: 401, body: { statusCode: 401, name: 'invalid_api_key', message: 'API key is invalid' } },
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/api-keys$/,
      answer: ({ ledger }) =>
        ok({
          object: 'list',
          data: ledger.listed().map((key) => ({ id: key.id, name: key.name, created_at: iso(key) })),
        }),
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/api-keys$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(fields.name))
        return made({ id: key.id, token: key.value })
      },
    },
    {
      operation: 'revoke',
      method: 'DELETE',
      path: /^\/api-keys\/([^/]+)$/,
      answer: endIn(ok({}), notFound('API key not found')),
    },
  ],
}

let nextToken = 100
const gitlab: LabKeyApi = {
  id: 'gitlab',
  provider: 'gitlab',
  host: 'gitlab.com',
  basePath: '/api/v4',
  settings: { owner: 'projects/42' },
  idOf: () => String(nextToken++),
  makeCredential: () => `glpat-${randomText('base64url', 20)}`,
  carries: headerIs('private-token'),
  refused: { status: 401, body: { message: '401 Unauthorized' } },
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/projects\/42\/access_tokens$/,
      answer: ({ ledger, call }) => {
        const [page, size] = [Number(call.query.get('page') ?? 1), Number(call.query.get('per_page') ?? 20)]
        const tokens = ledger.listed().slice((page - 1) * size, page * size)
        return ok(
          tokens.map((key) => ({
            id: Number(key.id),
            name: key.name,
            active: true,
            revoked: false,
            created_at: iso(key),
          })),
        )
      },
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/projects\/42\/access_tokens$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(fields.name))
        return made({
          id: Number(key.id),
          name: key.name,
          active: true,
          created_at: iso(key),
          expires_at: fields.expires_at ?? null,
          token: key.value,
        })
      },
    },
    {
      operation: 'revoke',
      method: 'DELETE',
      path: /^\/projects\/42\/access_tokens\/(\d+)$/,
      answer: endIn(noContent, { status: 404, body: { message: '404 Not found' } }),
    },
  ],
}

const vercel: LabKeyApi = {
  id: 'vercel',
  provider: 'vercel',
  host: 'api.vercel.com',
  basePath: '',
  settings: {},
  idOf: () => randomText('hex', 64),
  makeCredential: () => randomText('alphanumeric', 24),
  carries: bearerIs,
  refused: { status: 403, body: { error: { code: 'forbidden', message: 'Not authorized', invalidToken: true } } },
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/v6\/user\/tokens$/,
      answer: ({ ledger }) =>
        ok({
          tokens: ledger
            .listed()
            .map((key) => ({ id: key.id, name: key.name, type: 'token', createdAt: key.createdAt.getTime() })),
          pagination: { count: ledger.listed().length, next: null, prev: null },
        }),
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/v3\/user\/tokens$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(fields.name))
        return ok({ token: { id: key.id, name: key.name, createdAt: key.createdAt.getTime() }, bearerToken: key.value })
      },
    },
    {
      operation: 'revoke',
      method: 'DELETE',
      path: /^\/v3\/user\/tokens\/([^/]+)$/,
      answer: endIn(ok({ tokenId: '' }), notFound('Token not found')),
    },
  ],
}

const supabase: LabKeyApi = {
  id: 'supabase-project',
  provider: 'supabase-project',
  host: 'api.supabase.com',
  basePath: '',
  settings: { projectRef: 'labprojectlabproject' },
  idOf: uuid,
  makeCredential: () => `sbp_${randomText('hex', 40)}`,
  carries: bearerIs,
  refused: { status: 401, body: { message: 'Unauthorized' } },
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/v1\/projects\/labprojectlabproject\/api-keys$/,
      answer: ({ ledger }) =>
        ok(
          ledger
            .listed()
            .map((key) => ({ id: key.id, type: 'secret', name: key.name, api_key: null, inserted_at: iso(key) })),
        ),
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/v1\/projects\/labprojectlabproject\/api-keys$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(fields.name))
        return made({ id: key.id, type: 'secret', name: key.name, api_key: key.value, inserted_at: iso(key) })
      },
    },
    {
      operation: 'revoke',
      method: 'DELETE',
      path: /^\/v1\/projects\/labprojectlabproject\/api-keys\/([^/]+)$/,
      answer: endIn(ok({}), { status: 404, body: { message: 'API key not found' } }),
    },
  ],
}

/** The list says accessors only. */
const vault: LabKeyApi = {
  id: 'vault',
  provider: 'vault',
  host: 'vault.example.com',
  basePath: '',
  settings: { policies: 'default' },
  idOf: () => randomText('alphanumeric', 24),
  makeCredential: () => `hvs.${randomText('base64url', 95)}`,
  carries: headerIs('x-vault-token'),
  refused: { status: 403, body: { errors: ['permission denied'] } },
  routes: [
    {
      operation: 'list',
      method: 'GET',
      path: /^\/v1\/auth\/token\/accessors$/,
      answer: ({ ledger }) => ok({ data: { keys: ledger.listed().map(({ id }) => id) } }),
    },
    {
      operation: 'describe',
      method: 'POST',
      path: /^\/v1\/auth\/token\/lookup-accessor$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.find(text(fields.accessor))
        return key
          ? ok({ data: { accessor: key.id, display_name: `token-${key.name}`, creation_time: seconds(key), id: '' } })
          : { status: 403, body: { errors: ['invalid accessor'] } }
      },
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^\/v1\/auth\/token\/create$/,
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(fields.display_name))
        return ok({
          auth: {
            client_token: key.value,
            accessor: key.id,
            policies: ['default'],
            lease_duration: 7_776_000,
            renewable: true,
          },
        })
      },
    },
    {
      operation: 'revoke',
      method: 'POST',
      path: /^\/v1\/auth\/token\/revoke-accessor$/,
      answer: ({ ledger, fields }) =>
        ledger.end(text(fields.accessor)) ? noContent : { status: 404, body: { errors: ['invalid accessor'] } },
    },
  ],
}

const type =
  (name: string) =>
  ({ fields }: { fields: Record<string, Json> }) =>
    fields.type === name
const dataOf = (fields: Record<string, Json>) => (fields.data ?? {}) as Record<string, Json>

/** A server of the customer's own: one address, and every call is signed. Its keys are OpenAI's here. */
const endpoint: LabKeyApi = {
  id: 'endpoint',
  provider: 'openai',
  host: 'keys.example.com',
  basePath: '/keys',
  settings: {},
  idOf: uuid,
  makeCredential: () => `whsec_${Buffer.from(randomText('hex', 32)).toString('base64')}`,
  carries: (call, credential) => {
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = call.headers
    const key = Buffer.from(credential.slice('whsec_'.length), 'base64')
    const expected = createHmac('sha256', key)
      .update(`${String(id)}.${String(at)}.${call.body}`)
      .digest('base64')
    return signature === `v1,${expected}` && Math.abs(Date.now() / 1000 - Number(at)) < 300
  },
  refused: { status: 401, body: { message: 'The signature is wrong.' } },
  routes: [
    {
      operation: 'list',
      method: 'POST',
      path: /^$/,
      when: type('keys.list'),
      answer: ({ ledger }) =>
        ok({
          keys: ledger.listed().map((key) => ({ id: key.id, name: key.name, createdAt: iso(key) })),
          nextCursor: null,
        }),
    },
    {
      operation: 'mint',
      method: 'POST',
      path: /^$/,
      when: type('keys.mint'),
      answer: ({ ledger, fields }) => {
        const key = ledger.mint(text(dataOf(fields).name))
        return ok({ id: key.id, value: key.value })
      },
    },
    {
      operation: 'revoke',
      method: 'POST',
      path: /^$/,
      when: type('keys.revoke'),
      answer: ({ ledger, fields }) => (ledger.end(text(dataOf(fields).id)) ? ok({}) : notFound('No such key')),
    },
  ],
}

export const keyApis: LabKeyApi[] = [
  aws,
  cloudflare,
  datadog,
  deepgram,
  elevenlabs,
  endpoint,
  fireworks,
  gitlab,
  google,
  mistral,
  openai,
  openrouter,
  pinecone,
  resend,
  sendgrid,
  supabase,
  twilio,
  vault,
  vercel,
  xai,
]
