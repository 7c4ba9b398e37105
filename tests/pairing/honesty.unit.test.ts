import fc from 'fast-check'
import { describe, it } from 'vitest'
import { readAnswer } from '#lib/pairing/read-answer'
import { catalog } from '#lib/providers/catalog'
import type { Answer } from '#lib/providers/provider'

/** A verdict against the key itself. */
const AGAINST_THE_KEY = [
  'key_invalid',
  'key_expired',
  'key_revoked',
  'key_shape_mismatch',
  'wrong_key_kind',
  'account_suspended',
]

const provider = fc.constantFrom(...catalog)
const documentedBody = fc.constantFrom(...catalog.flatMap(({ answers }) => answers.map(({ example }) => example.body)))
const json = fc.oneof(fc.jsonValue(), documentedBody)
const unknownJson = fc.dictionary(
  fc.string({ maxLength: 8 }).map((name) => `x_${name}`),
  fc.jsonValue({ maxDepth: 2, noUnicodeString: true }),
)

function jsonAnswer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers,
    text: JSON.stringify(body),
    json: JSON.parse(JSON.stringify(body)),
    kind: 'json',
    truncated: false,
  }
}

function htmlAnswer(status: number, text: string): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html' },
    text: `<!doctype html><p>${text}</p>`,
    json: undefined,
    kind: 'html',
    truncated: false,
  }
}

function never(answers: fc.Arbitrary<Answer>) {
  fc.assert(
    fc.property(
      provider,
      answers,
      (one, answer) => !AGAINST_THE_KEY.includes(readAnswer(one, answer, 'api.example.com').verdict),
    ),
    { numRuns: 1500 },
  )
}

describe('a key is never called bad', () => {
  it('because the provider fails, whatever its body holds', () => {
    never(fc.tuple(fc.integer({ min: 500, max: 599 }), json).map(([status, body]) => jsonAnswer(status, body)))
  })

  it('because of a rate limit, whatever its body holds', () => {
    never(json.map((body) => jsonAnswer(429, body)))
  })

  it('because of a web page, whatever its status and words', () => {
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'invalid_api_key',
        'Incorrect API key provided',
        '401 Unauthorized',
        'API key expired',
        'token was revoked',
      ),
    )
    never(fc.tuple(fc.integer({ min: 200, max: 599 }), words).map(([status, text]) => htmlAnswer(status, text)))
  })

  it('because of JSON that nobody knows, from a provider whose answers are documented', () => {
    const documented = catalog.filter(({ dialect }) => dialect === 'documented')
    const statuses = fc.constantFrom(200, 201, 400, 401, 403, 404, 409, 418, 422)
    fc.assert(
      fc.property(fc.constantFrom(...documented), statuses, unknownJson, (one, status, body) => {
        return !AGAINST_THE_KEY.includes(readAnswer(one, jsonAnswer(status, body), 'api.example.com').verdict)
      }),
      { numRuns: 1500 },
    )
  })

  it('because of bytes that are no text', () => {
    never(
      fc
        .integer({ min: 200, max: 599 })
        .map((status) => ({ status, headers: {}, text: '', json: undefined, kind: 'binary', truncated: true })),
    )
  })
})

describe('a key is never called good', () => {
  it('for a success whose body anybody could have sent', () => {
    fc.assert(
      fc.property(
        provider,
        unknownJson,
        (one, body) => readAnswer(one, jsonAnswer(200, body), 'api.example.com').verdict !== 'paired',
      ),
      { numRuns: 1500 },
    )
  })
})
