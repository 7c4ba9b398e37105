import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeMasker } from '#lib/log-reading/mask-text'
import { catalog } from '#lib/providers/catalog'
import { randomLetters } from '../providers/random-key.ts'
import { adversarialLines } from './adversarial-lines.ts'
import { readText } from './read-text.ts'

/** Forms that name their company; others are known only by their place, or as a value that is stored here. */
const distinctive = catalog.flatMap(({ id, keyFormats }) =>
  keyFormats.flatMap((format) => {
    const example = format.example(randomLetters)
    // A file with a private key in it is masked as what it is; a word that everybody may know is no secret.
    const isOneWord = /^\S{20,}$/.test(example) && !example.startsWith('{')
    return format.isShared || format.prefix.length < 2 || !isOneWord ? [] : [{ id, format }]
  }),
)

/** Where a value stands in a log, each as people's programs write it. */
const PLACES: Record<string, (value: string) => string> = {
  sentence: (value) => `the key ${value} was refused`,
  'sentence that ends': (value) => `Error: bad key ${value}.`,
  bearer: (value) => `> Authorization: Bearer ${value}`,
  'header of its own': (value) => `x-api-key: ${value}`,
  'header as an object': (value) => `  headers: { 'x-goog-api-key': '${value}', accept: '*/*' }`,
  'query of a URL': (value) => `GET https://api.example.com/v1/models?key=${value}&alt=json 401`,
  'encoded query': (value) => `GET https://api.example.com/v1?token=${encodeURIComponent(value)} 401`,
  'user of a URL': (value) => `fetch https://user:${encodeURIComponent(value)}@host.example/v1 failed`,
  JSON: (value) => JSON.stringify({ level: 50, config: { apiKey: value }, msg: 'failed' }),
  'JSON inside JSON': (value) => JSON.stringify({ log: JSON.stringify({ client_secret: value }) }),
  Python: (value) => `{'model': 'x', 'api_key': '${value}'}`,
  environment: (value) => `OPENAI_API_KEY=${value} node app.js`,
  'name in capitals': (value) => `DB_PASSWORD=${value}`,
  'name with a capital': (value) => `{ "ClientSecret": "${value}", "masterKey": "${value}", "AuthToken": "${value}" }`,
  YAML: (value) => `  password: ${value}9`,
  cookie: (value) => `cookie: session=${value}; theme=dark`,
  Basic: (value) => `authorization: Basic ${Buffer.from(`user:${value}`).toString('base64')}`,
}
/** Only a value of a known form can be found there without being known itself. */
const COATS: Record<string, (value: string) => string> = {
  Base64: (value) => `data: ${Buffer.from(value).toString('base64')}`,
  'Base64 in a longer text': (value) => `payload ${Buffer.from(`{"k":"${value}"}`).toString('base64url')} end`,
  'percent escapes': (value) => `q=${[...value].map((char) => `%${char.charCodeAt(0).toString(16)}`).join('')}`,
  'unicode escapes': (value) =>
    `"${[...value].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`,
  'after an escaped line break': (value) => `"first\\n${value}"`,
}

const noise = fc.string({ unit: fc.constantFrom(...'abc xyz 0123 =:{}[],."\'/\\-_\t'), maxLength: 40 })
const value = fc.string({
  unit: fc.constantFrom(...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'),
  minLength: 16,
  maxLength: 64,
})

/** No piece of twelve characters of the secret is left. */
function expectHidden(text: string, secret: string, prefix = ''): void {
  const body = secret.slice(prefix.length)
  for (let at = 0; at + 12 <= body.length; at++) expect(text).not.toContain(body.slice(at, at + 12))
}

describe('masking', () => {
  const mask = makeMasker()

  it.each(distinctive)('takes a $format.kind of $id out of every place', ({ format }) => {
    for (const write of [...Object.values(PLACES), ...Object.values(COATS)]) {
      const secret = format.example(randomLetters)
      const masked = mask(write(secret))
      expectHidden(masked, secret, format.prefix)
      expect(masked).not.toContain(write(secret))
    }
  })

  it('takes any value out of the places where secrets stand, whatever is around it', () => {
    const places = Object.entries(PLACES).filter(([name]) => !name.startsWith('sentence'))
    fc.assert(
      fc.property(fc.constantFrom(...places), value, noise, ([, write], secret, before) => {
        expectHidden(mask(`${before.replace(/["'`\\]/g, '')} ${write(secret)}`), secret)
      }),
      { numRuns: 500 },
    )
  })

  it('takes a value that is known out of everything, in every coat and beside anything', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(PLACES), ...Object.values(COATS).slice(0, 4)),
        fc
          .string({ minLength: 12, maxLength: 60 })
          .filter((text) => text.trim().length >= 12 && !/["'`\\\s]/.test(text)),
        noise,
        noise,
        (write, secret, before, after) => {
          const masked = makeMasker([secret])(`${before}${write(secret)}${after}`)
          expect(masked).not.toContain(secret)
          expect(masked).not.toContain(encodeURIComponent(secret))
          expect(masked).not.toContain(Buffer.from(secret).toString('base64').slice(0, -3))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('takes out tokens of bots and web hooks in paths, JSON Web Tokens and private keys over several lines', () => {
    const digits = randomLetters(10, 'digits')
    const token = randomLetters(35)
    expectHidden(mask(`POST https://api.telegram.org/bot${digits}:${token}/getMe 401`), token)
    expectHidden(mask(`https://hooks.slack.com/services/T0/B0/${token}`), token)
    const jwt = ['{"alg":"HS256"}', JSON.stringify({ sub: token })].map((part) =>
      Buffer.from(part).toString('base64url'),
    )
    expect(mask(`token was ${jwt.join('.')}.${token}`)).toBe('token was [redacted]')
    const pem = `-----BEGIN PRIVATE KEY-----\n${randomLetters(64)}\n${randomLetters(64)}\n-----END PRIVATE KEY-----`
    expect(mask(`loaded\n${pem}\nnext`)).toBe('loaded\n[redacted]\n\n\n\nnext')
  })

  it('leaves counts, codes and the providers’ own masks to be read', () => {
    for (const line of [
      'max_tokens: 4096, prompt_tokens=12',
      'token_type: bearer',
      '"code": "invalid_api_key", "type": "invalid_request_error"',
      'openai.AuthenticationError: Error code: 401',
      'connect ECONNREFUSED 127.0.0.1:8080',
      'request_id: req_011CMThfoBPiOGA3KaUHJYCR',
    ])
      expect(mask(line)).toBe(line)
  })

  it('comes to an end with lines that are made to keep a pattern busy', () => {
    for (const line of adversarialLines(16_000)) expect(mask(line).length).toBeGreaterThan(0)
  })

  it('hides a secret in what a reading shows, however the log is cut into pieces', async () => {
    const canaries = distinctive.map(({ format }) => format.example(randomLetters))
    const log = canaries
      .map(
        (secret) =>
          `Error: connect ECONNREFUSED 10.0.0.1:443 while sending ${secret} to https://api.openai.com/v1?key=${secret}`,
      )
      .join('\n')
    for (const pieces of [1, 7, 64, 4096]) {
      const shown = JSON.stringify(await readText(log, { pieces }))
      expect(shown).toContain('ECONNREFUSED')
      for (const secret of canaries) expectHidden(shown, secret, secret.slice(0, 12))
    }
  })
})
