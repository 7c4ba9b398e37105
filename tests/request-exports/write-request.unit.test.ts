/// <reference path="../../node_modules/postman-collection/types/index.d.ts" />
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Collection, type Header, type Request } from 'postman-collection'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { shownKey } from '#lib/pairing/pairing-input'
import { proofRequest } from '#lib/pairing/proof-request'
import { catalog } from '#lib/providers/catalog'
import type { Provider } from '#lib/providers/provider'
import { writeRequest } from '#lib/request-exports/write-request'
import { randomKey } from '../support/random-key.ts'
import { madeUpProviders } from './made-up-providers.ts'

const run = promisify(execFile)
const providers = [...catalog, ...madeUpProviders]
const baseUrl = 'https://api.example.test/v1'

const Named = z.array(z.strictObject({ name: z.string(), value: z.string() }))
/** As strict as Insomnia's own importer (packages/insomnia/src/common/import-v5-parser.ts), and stricter: no field that it does not know. */
const InsomniaRequests = z.tuple([
  z.strictObject({
    url: z.string(),
    name: z.string(),
    meta: z.strictObject({ id: z.string().startsWith('req_') }),
    method: z.enum(['GET', 'POST']),
    body: z.strictObject({ mimeType: z.string(), text: z.string() }).optional(),
    headers: Named,
    authentication: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('none') }),
      z.strictObject({ type: z.literal('basic'), username: z.string(), password: z.string(), disabled: z.boolean() }),
      z.strictObject({
        type: z.literal('iam'),
        accessKeyId: z.string(),
        secretAccessKey: z.string(),
        region: z.string(),
        service: z.string(),
        disabled: z.boolean(),
      }),
    ]),
    settings: z.strictObject({
      renderRequestBody: z.literal(true),
      encodeUrl: z.boolean(),
      followRedirects: z.enum(['global', 'on', 'off']),
      cookies: z.strictObject({ send: z.boolean(), store: z.boolean() }),
      rebuildPath: z.boolean(),
    }),
  }),
])

/** A value for every variable, and the key that they make. */
function filled(provider: Provider) {
  const names = shownKey({ provider })
    .split(':')
    .map((each) => each.slice(1))
  const values = new Map(names.map((name) => [name, randomKey('v')]))
  return { names, values, key: [...values.values()].join(':') }
}

/** What the product itself would send with that key. */
function sent(provider: Provider, key: string) {
  const request = proofRequest(provider, { baseUrl, host: 'api.example.test', kind: 'custom' }, key, [])
  const { 'user-agent': agent, authorization, ...headers } = request.headers ?? {}
  // Each tool names itself, unless the provider asks for a certain name.
  const named = agent === 'Claviger' ? {} : { 'user-agent': agent }
  const basic = authorization?.startsWith('Basic ')
    ? Buffer.from(authorization.slice(6), 'base64').toString()
    : undefined
  return {
    method: request.method,
    url: request.url,
    body: request.body,
    basic,
    headers: { ...headers, ...named, ...(authorization && !basic && { authorization }) },
  }
}

const fill = (text: string, values: Map<string, string>, pattern: RegExp) =>
  text.replace(pattern, (_, name: string) => values.get(name) ?? `no ${name}`)

describe.each(providers.map((provider) => ({ id: provider.id, provider })))('$id', ({ provider }) => {
  const { names, values, key } = filled(provider)
  const isSigned = provider.proof.scheme?.kind === 'aws'
  const expected = () => sent(provider, key)

  it('is a collection that Postman’s own parser reads as the very request of a pairing test', () => {
    const { text } = writeRequest(provider, { baseUrl }, 'postman')
    const collection = new Collection(JSON.parse(text))
    expect(JSON.parse(text).info.schema).toContain('v2.1.0')
    expect(collection.variables.all().map(({ key: name, value }: Header) => [name, value])).toEqual(
      names.map((name) => [name, '']),
    )
    const [item] = collection.items.all()
    const request = item && 'request' in item ? (item.request as Request) : undefined
    if (!request) throw new Error('no request')
    const put = (part: string) => fill(part, values, /\{\{(\w+)\}\}/g)
    const signIn: Record<string, { key: string; value: string }[]> = JSON.parse(JSON.stringify(request.auth))
    const parameters = (type: string) =>
      Object.fromEntries((signIn[type] ?? []).map(({ key: name, value }) => [name, put(value)]))
    if (isSigned) {
      expect(parameters('awsv4')).toEqual({
        accessKey: values.get(names[0] ?? ''),
        secretKey: values.get(names[1] ?? ''),
        region: 'us-east-1',
        service: 'sts',
      })
      return
    }
    const { method, url, body, basic, headers } = expected()
    expect(request.method).toBe(method)
    expect(put(request.url.toString())).toBe(url)
    expect(request.body ? put(request.body.toString()) : undefined).toBe(body)
    expect(Object.fromEntries(request.headers.all().map(({ key: name, value }: Header) => [name, put(value)]))).toEqual(
      headers,
    )
    const { username, password } = parameters('basic')
    expect(basic === undefined ? undefined : `${username}:${password}`).toBe(basic)
  })

  it('is an Insomnia export that a YAML parser reads as the very request of a pairing test', () => {
    const document = parse(writeRequest(provider, { baseUrl }, 'insomnia').text)
    expect(document).toMatchObject({
      type: 'collection.insomnia.rest/5.0',
      environments: { data: Object.fromEntries(names.map((name) => [name, ''])) },
    })
    const [request] = InsomniaRequests.parse(document.collection)
    const put = (part: string) => fill(part, values, /\{\{ _\.(\w+) \}\}/g)
    const { authentication } = request
    if (authentication.type === 'iam') {
      expect(isSigned).toBe(true)
      expect([put(authentication.accessKeyId), put(authentication.secretAccessKey)]).toEqual([...values.values()])
      return
    }
    const { method, url, body, basic, headers } = expected()
    expect([request.method, put(request.url)]).toEqual([method, url])
    expect(request.body ? put(request.body.text) : undefined).toBe(body)
    expect(Object.fromEntries(request.headers.map(({ name, value }) => [name, put(value)]))).toEqual(headers)
    const pair =
      authentication.type === 'basic'
        ? [authentication.username, authentication.password].map(put).join(':')
        : undefined
    expect(pair).toBe(basic)
  })

  it('is a command that a shell reads as the very request of a pairing test, for HTTPie', async () => {
    const { text } = writeRequest(provider, { baseUrl }, 'httpie')
    // The shell tells what it would give to the program, word by word.
    const { stdout } = await run('bash', ['--norc', '-euc', `http() { printf '%s\\0' "$@"; }\n${text}`], {
      env: { ...process.env, ...Object.fromEntries(values) },
    })
    const words = stdout.split('\0').slice(0, -1)
    const follows = (flag: string) => (words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined)
    if (isSigned) {
      const [id, secret] = key.split(':')
      expect(follows('-a')).toBe(`access_key=${id},secret_key=${secret},service=sts,region=us-east-1`)
      return
    }
    const { method, url, body, basic, headers } = expected()
    expect(words).toEqual(
      expect.arrayContaining([method, url, ...Object.entries(headers).map(([name, value]) => `${name}:${value}`)]),
    )
    expect([follows('-a'), follows('--raw')]).toEqual([basic, body])
  })

  it('names the value by variables alone, in every format', () => {
    for (const format of ['curl', 'httpie', 'postman', 'insomnia'] as const) {
      const { text } = writeRequest(provider, { baseUrl }, format)
      for (const name of names) expect([format, text]).toEqual([format, expect.stringContaining(name)])
      expect(text).not.toMatch(/\bundefined\b|\[object|%24/)
    }
  })
})

it('uses the name under which the key is stored', () => {
  const [openai] = catalog
  if (!openai) throw new Error('no provider')
  expect(writeRequest(openai, { baseUrl, name: 'BILLING_KEY' }, 'postman').text).toContain('{{BILLING_KEY}}')
  expect(writeRequest(openai, { baseUrl, name: 'BILLING_KEY' }, 'curl').text).toContain('$BILLING_KEY')
})
