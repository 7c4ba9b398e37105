import type { Confidence, Verdict } from './verdict.ts'

/**
 * A provider is a form filled in: data plus pure functions. No provider file does I/O, reads a clock or knows a page.
 * Facts come from the provider's documentation; `source` names the document. A fact that nobody could confirm
 * (`confirmed: false`, source `unconfirmed`) is never worth more than "possible".
 */
export interface Provider {
  /** Stable, public id: `openai`. */
  id: string
  name: string
  /** Who speaks, inside a sentence, where the name of the entry is longer: "GitHub says that …". */
  company?: string
  category: 'llm' | 'code' | 'payments' | 'messaging' | 'cloud' | 'data' | 'monitoring' | 'other'
  /** The usual base URL, without a trailing slash: `https://api.openai.com/v1`. Null where the customer must give one. */
  baseUrl: string | null
  /** What the customer's own base URL looks like; required where `baseUrl` is null. */
  address?: AddressForm
  /** The same API for other customers, each with accounts and keys of its own: Datadog EU. A refused key is tried there. */
  sites?: { name: string; baseUrl: string }[]
  /** Other documented hosts that take this provider's secret, exact host names. */
  otherHosts?: string[]
  /** Where the same API stands on other servers or in other dialects: `/api/v3`. Tried when the given path answers 404. */
  otherBasePaths?: string[]
  /** Conventional environment variable first: `OPENAI_API_KEY`. */
  variables: string[]
  /** Empty where the form is not known: then no value is ever called misshapen. */
  keyFormats: KeyFormat[]
  links: { dashboard: string | null; docs: string; support?: string; billing?: string; statusPage?: string }
  /** Where the provider says how it is, in a form that a program reads; absent where it publishes none. */
  status?: StatusFeed
  rotation: 'automatic' | 'manual'
  /** The pieces of a key that has several, in the order in which they stand, with `:` between them. */
  parts?: KeyPart[]
  /**
   * Puts the forms in which people paste a key of several parts (a credentials file, JSON, two lines) into one line,
   * parts with `:` between them. Null: this is no such form.
   */
  unpack?(pasted: string): string | null
  proof: ProofCall
  /**
   * `unknown`: any server may stand behind the base URL, so a plain 401 is read by the rules of HTTP alone, and keys of
   * other companies are taken as meant (gateways take them).
   */
  dialect: 'documented' | 'unknown'
  /** Ordered: the first rule that matches the answer decides. Generic rules (5xx, 429, HTML, unknown) follow in the engine. */
  answers: AnswerRule[]
  /** Whether a 2xx body is one that only a valid key gets, and what it reveals. Null: this body proves nothing. */
  readSuccess(answer: Answer): Success | null
  /** Headers that only the real provider sends (request id, fingerprint): evidence in "is this the provider at all?". */
  fingerprintHeaders: string[]
  requestIdHeaders: string[]
  llm?: LanguageModels
  /** What a broad permission includes: `repo` includes `public_repo`. */
  permissionIncludes?: Record<string, string[]>
  /** How people tell this provider's environments apart, in a sentence. */
  environmentHint?: string
}

export interface KeyFormat {
  /** "project key", "publishable key". */
  kind: string
  pattern: RegExp
  /** The parts left and right of this marker are equally long in every documented form: a paste that lost its end is not. */
  evenAround?: string
  /** Makes up a value of this form from a source of random letters: never a real key, and none stands in the code. */
  example(letters: (length: number, alphabet?: Alphabet) => string): string
  /** `usable`: this kind answers the proof call. `wrong_kind`: right company, other purpose (publishable, admin, refresh). */
  role: 'usable' | 'wrong_kind'
  /** What a person should use instead, for a wrong kind: a sentence. */
  instead?: string
  /** Environment that the value itself declares (`sk_test_` / `sk_live_`). */
  environment?: 'test' | 'live'
  /** Public start of the key, safe to show: `sk-proj-`. */
  prefix: string
  /** Keys of other companies look the same (32 hexadecimal digits): the form alone never says whose key it is. */
  isShared?: boolean
  /** Ids of other entries of the same company that take these very keys: the company is sure, the entry is not. */
  alsoOf?: string[]
  confirmed: boolean
  source: string
}

export interface KeyPart {
  /** "account SID". */
  name: string
  /** `TWILIO_ACCOUNT_SID`. */
  variable: string
  secret: boolean
}

/** A base URL that holds the customer's own part: an Azure resource, a shop, a Vault server. */
export interface AddressForm {
  /** What to ask a person for: "Endpoint of your Azure OpenAI resource". */
  label: string
  /** `https://my-resource.openai.azure.com`. */
  example: string
  /** Hosts that the provider itself runs; another one is the customer's own, or a slip. Absent where any host may be. */
  hosts?: RegExp
  /** The same for a firewall: `*.openai.azure.com`. */
  wildcard?: string
}

/** Kinds of status page, each with one reader in lib/status-pages. */
export const STATUS_FEED_KINDS = [
  'statuspage',
  'instatus',
  'betterstack',
  'onlineornot',
  'statusio',
  'rss',
  'google',
  'aws',
  'slack',
] as const

export interface StatusFeed {
  kind: (typeof STATUS_FEED_KINDS)[number]
  url: string
  /** Which of the page's components or products matter to this provider's API; absent: all. */
  components?: RegExp
}

export type Alphabet = 'letters' | 'hex' | 'digits' | 'base64url'

export interface ProofCall {
  method: 'GET' | 'POST'
  /**
   * Where keys are checked, if that is not below the base URL: on another host (NVIDIA), or beside the paths under which the
   * API speaks its dialects (Cohere, DeepSeek). For the provider's own hosts only.
   */
  baseUrl?: string
  /**
   * Appended to the base URL: `/models`. Made from the key where it belongs into the address (Telegram, Twilio), or from
   * the base URL where that may name a part of the API already (a Vault namespace).
   */
  path: string | ((key: string, baseUrl: string) => string)
  headers?: Record<string, string>
  body?: string | ((key: string) => string)
  /** How the key is presented: header name and value for this key. Never in the URL where a header works. */
  authorize(key: string, call: CallToSign): Record<string, string>
  /** Where the secret travels when the provider takes it in no header. */
  secretIn?: 'path' | 'query' | 'body'
  /** What tools call `authorize` where it is more than a header of its own. Also given a placeholder for the key. */
  scheme?:
    | { kind: 'basic'; pair(key: string): [user: string, password: string] }
    | { kind: 'aws'; service: string; region: string }
  /** True when success can come without a key (public list): a deliberately wrong key must then be refused. */
  needsNegativeControl?: boolean
  costs: 'nothing' | string
}

/** What a signature covers. */
export interface CallToSign {
  method: 'GET' | 'POST'
  url: string
  body: string | undefined
  at: Date
}

export interface LanguageModels {
  /** Speaks the OpenAI dialect. */
  compatible: boolean
  /** Lists models, below the base URL; null where there is no such list. The proof call's own answer is used where it is the same path. */
  modelsPath: string | null
  /** Reads that list where it has another form than OpenAI's. */
  readModels?(answer: Answer): Success | null
  /** Names that are accepted though the list does not hold them (`…-latest`): asked for one by one. */
  hasAliases?: boolean
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
  /** There was more than is kept here. */
  truncated: boolean
}

/** What an error body says, whatever the dialect. */
export interface ProviderError {
  /** Every word for machines that it holds, lower case: code, type, status, reason. */
  codes: string[]
  /** Every sentence for people that it holds, in one line. */
  message: string
  /** HTTP status that the body itself names, for errors that travel inside a 200. */
  status?: number
}

export interface Observed {
  owner?: string
  organisation?: string
  permissions?: string[]
  /** ISO-8601, UTC. */
  expiresAt?: string
  rateLimit?: Record<string, string | number>
  models?: string[]
}

export interface Success {
  observed: Observed
  /** What in the body proves it: `object` is `list`. */
  because: string
  /** The list of models was longer than what is held here. */
  partialModels?: boolean
  /** Environment that the answer declares. */
  environment?: 'test' | 'live'
}

export interface AnswerRule {
  /** Status, header and predicate must all hold; of code and text one is enough, because wordings and codes age apart. */
  when: {
    status?: number | number[]
    /** Any of the error's words for machines, in any case. */
    code?: string | string[]
    /** Tested against the provider's sentences, else the whole text. */
    text?: RegExp
    header?: [name: string, value: RegExp]
    /** Marks of the web page that this provider itself sends. A page never speaks about a key, so only `unknown` is believed. */
    page?: RegExp
    also?(answer: Answer, error: ProviderError): boolean
  }
  verdict: Verdict
  confidence: Confidence
  /** What the provider said, in plain words: a clause that follows "OpenAI says that …". */
  says: string
  /** For so long the provider can say the same of a key that is good: it is asked once more after this time. */
  againAfterMs?: number
  /** The permissions that are missing, as far as the answer names them. */
  permissions?(answer: Answer, error: ProviderError): string[]
  /** Document of the fact; `unconfirmed` where there is none. */
  source: string
  /** A whole documented answer of this case; the catalogue's test speaks it. */
  example: AnswerExample
}

export interface AnswerExample {
  status: number
  headers?: Record<string, string>
  /** A string is sent as it stands, anything else as JSON. */
  body: unknown
}
