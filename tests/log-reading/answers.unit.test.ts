import { describe, expect, it } from 'vitest'
import { readAnswer } from '#lib/pairing/read-answer'
import { catalog } from '#lib/providers/catalog'
import type { Answer, AnswerExample, Provider } from '#lib/providers/provider'
import { readText, told } from './read-text.ts'

/** Every documented answer of the catalogue, of providers with a host that is theirs alone. */
const documented = catalog.flatMap((provider, index) => {
  const host = provider.baseUrl && new URL(provider.baseUrl).host
  const isFirst = catalog.findIndex(({ baseUrl }) => baseUrl && new URL(baseUrl).host === host) === index
  if (!host || !isFirst) return []
  return provider.answers.map(({ example, says }) => ({ provider, host, example, says, id: provider.id }))
})

function asAnswer({ status, headers = {}, body }: AnswerExample): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const isJson = typeof body !== 'string' && body !== undefined
  const kind = isJson ? 'json' : text.startsWith('<') ? 'html' : text === '' ? 'empty' : 'text'
  return { status, headers, text, json: isJson ? body : undefined, kind, truncated: false }
}

function asCurl({ baseUrl }: Provider, host: string, { status, headers = {}, body }: AnswerExample): string {
  const told = Object.entries(headers).map(([name, value]) => `< ${name}: ${value}`)
  const path = new URL(baseUrl ?? '').pathname
  const text = typeof body === 'string' ? body : JSON.stringify(body, null, 2)
  return [`> GET ${path}/models HTTP/1.1`, `> Host: ${host}`, '>', `< HTTP/1.1 ${status} X`, ...told, '<', text].join(
    '\n',
  )
}

describe('answers in a log', () => {
  it.each(documented)(
    'are read like a pairing test reads them: $id says that $says',
    async ({ provider, host, example }) => {
      const { verdict } = readAnswer(provider, asAnswer(example), host)
      const { groups } = await readText(asCurl(provider, host, example))
      const saysNothing = verdict === 'unexpected_response' && example.status < 300
      if (saysNothing || verdict === 'paired' || verdict === 'paired_limited') expect(groups).toEqual([])
      else expect(groups).toMatchObject([{ cause: verdict, providerId: provider.id, source: 'curl' }])
    },
  )

  it.each([
    [
      'POST https://slack.com/api/auth.test -> 200 {"ok":false,"error":"token_revoked"}',
      ['key_revoked proven http slack'],
    ],
    [
      '{"level":"error","provider":"anthropic","status":401,"error":{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}}',
      ['key_invalid likely http anthropic'],
    ],
    [
      'litellm.RateLimitError: OpenAIException - You exceeded your current quota, please check your plan and billing details',
      ['quota_or_billing likely python -'],
    ],
    ['openai.error.AuthenticationError: Incorrect API key provided: ****', ['key_invalid likely openai_python -']],
    [
      'DEBUG:urllib3.connectionpool:https://api.openai.com:443 "GET /v1/models HTTP/1.1" 401 393',
      ['key_invalid possible http openai'],
    ],
    [
      'HTTP Request: POST https://api.openai.com/v1/responses "HTTP/1.1 503 Service Unavailable"',
      ['provider_outage likely python_httpx openai'],
    ],
    ['HTTP Request: POST https://api.openai.com/v1/responses "HTTP/1.1 200 OK"', []],
    ['GET https://intranet.example/v1/people -> 401 {"message":"sign in"}', []],
    ['requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://intranet.example/', []],
    ['Error: connect ECONNREFUSED 127.0.0.1:5432', []],
    ['redis: Error: connect ETIMEDOUT 10.0.0.9:6379', []],
    ['2026-11-25T22:07:34Z 401 Unauthorized', []],
    ['error: pairing failed', []],
  ])('%s', async (line, groups) => {
    expect(told(await readText(line))).toEqual(groups)
  })
})
