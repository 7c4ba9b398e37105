import type { Confidence, Verdict } from './verdict.ts'

/**
 * A provider is a form filled in: data plus pure functions. No provider file does I/O, reads a clock or knows a page.
 * Facts come from the provider's documentation; `source` names the document, `confirmed: false` keeps a fact out of "proven".
 */
export interface Provider {
  /** Stable, public id: `openai`. */
  id: string
  name: string
  category: 'llm' | 'code' | 'payments' | 'messaging' | 'cloud' | 'other'
  /** The usual base URL, without a trailing slash: `https://api.openai.com/v1`. Null where the customer must give one. */
  baseUrl: string | null
  /** Other documented hosts that take this provider's secret, exact host names. */
  otherHosts?: string[]
  /** Conventional environment variable first: `OPENAI_API_KEY`. */
  variables: string[]
  keyFormats: KeyFormat[]
  links: { dashboard: string; docs: string; support?: string; statusPage?: string }
  rotation: 'automatic' | 'manual'
  proof: ProofCall
  /** Ordered: the first rule that matches the answer decides. Generic rules (5xx, 429, HTML, unknown) follow in the engine. */
  answers: AnswerRule[]
  /** Whether a 2xx body is one that only a valid key gets, and what it reveals. Null: this body proves nothing. */
  readSuccess(answer: Answer, key: string): Success | null
  /** Where the provider puts its error code, type and message; the default reads the OpenAI dialect `error.{code,type,message}`. */
  readError?(answer: Answer): ProviderError
  /** Header that only the real provider sends (request id, fingerprint): evidence in "is this the provider at all?". */
  fingerprintHeaders?: string[]
  requestIdHeaders?: string[]
  /** Where an OpenAI-compatible model list stands, and how model ids read. */
  llm?: { compatible: boolean; modelsPath: string }
  /** Body-less follow-up that names owner, permissions, limits, where one free call does; asked only after the proof passed. */
  identity?: { path: string; read(answer: Answer): Partial<Observed> }
  environmentHint?: string
}

export interface KeyFormat {
  /** "project key", "publishable key". */
  kind: string
  pattern: RegExp
  /** A made-up value of this form, generated, never a real key. */
  example: string
  /** `usable`: this kind answers the proof call. `wrong_kind`: right company, other purpose (publishable, admin, refresh). */
  role: 'usable' | 'wrong_kind'
  /** What a person should use instead, for a wrong kind: a sentence. */
  instead?: string
  /** Environment that the value itself declares (`sk_test_` / `sk_live_`). */
  environment?: 'test' | 'live'
  /** Public start of the key, safe to show: `sk-proj-`. */
  prefix: string
  confirmed: boolean
  source: string
}

export interface ProofCall {
  method: 'GET' | 'POST'
  /** Appended to the base URL: `/models`. */
  path: string
  headers?: Record<string, string>
  body?: string
  /** How the key is presented: header name and value for this key. Never in the URL where a header works. */
  authorize(key: string): Record<string, string>
  /** True when success can come without a key (public list): a deliberately wrong key must then be refused. */
  needsNegativeControl?: boolean
  costs: 'nothing' | string
}

export interface Answer {
  status: number
  /** Lower-case names; repeated headers joined with ", ". */
  headers: Record<string, string>
  /** At most 64 KiB, decoded, already scrubbed of the secret. */
  text: string
  /** Parsed when the body is JSON, else undefined. */
  json: unknown
  kind: 'json' | 'html' | 'text' | 'empty' | 'binary'
  truncated: boolean
}

export interface ProviderError { code?: string; type?: string; message?: string }

export interface Observed {
  owner?: string
  organisation?: string
  permissions?: string[]
  expiresAt?: string
  rateLimit?: Record<string, string | number>
  models?: string[]
}
export interface Success { observed: Observed; /** What in the body proves it: "object is list". */ because: string }

export interface AnswerRule {
  when: {
    status?: number | number[]
    code?: string | string[]
    type?: string | string[]
    /** Tested against the provider's message, else the whole text. */
    text?: RegExp
    header?: [name: string, value: RegExp]
    /** Anything else, as a pure predicate. */
    also?(answer: Answer, error: ProviderError): boolean
  }
  verdict: Verdict
  confidence: Confidence
  /** One sentence for the reader: what the provider said, in plain words. */
  says: string
  /** The permission that is missing, if the answer names it. */
  permission?(answer: Answer, error: ProviderError): string | undefined
  /** Source id of the fact, as in the provider's documentation list. */
  source: string
  /** A whole documented answer of this case; the catalogue's test and the lab speak it. */
  example: { status: number; headers?: Record<string, string>; body: unknown }
}
