import type { IncomingHttpHeaders } from 'node:http'

/** Plain data. Text may hold `{{placeholders}}`, filled in for each answer (see fill-placeholders.ts). */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** A string body is sent as it stands; anything else as JSON in the provider's own formatting. */
export type Answer = { status: number; headers?: Record<string, string>; body: Json }

/** One documented refusal of one provider. */
export type Scenario = Answer & {
  name: string
  /** The verdict for a value that nothing else is known about. */
  expectedVerdict: string
  /** The verdict when this key paired before (and, for `expired`, when a stored expiry has passed). */
  expectedWithHistory?: string
  /** The verdict when the caller declares that `permission` is required. */
  expectedWhenRequired?: string
  permission?: string
  /** Real providers refuse some things only when something is generated: model lists still answer. */
  only?: 'generation'
  /** Where the answer is documented; texts that are not quoted there say so. */
  source: string
  confirmed: boolean
}

export type Call = {
  method: string
  /** The path as sent, without query. */
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: string
}

export type IssueOptions = {
  /** One that an earlier lab issued, to be known again; default a fresh random one. */
  value?: string
  /** A scenario of that provider; default `valid`. */
  scenario?: string
  /** One of the provider's key formats; default the current usual one. */
  kind?: string
  /** What the key may do; default everything. */
  permissions?: string[]
  /** From then on the key answers with `expired`. */
  expiresAt?: Date
  /** Model ids that the key sees; default the provider's own. */
  models?: string[]
  /** Stripe: `live` or `test` (default). */
  environment?: string
}

export type IssuedKey = IssueOptions & { value: string; providerId: string; scenario: string; account: string }

export type Route = {
  /** Answers without a key, as real public lists do. */
  isPublic?: boolean
  /** Answers the same whatever the state of the key that came. */
  ignoresKey?: boolean
  /** Generates something, so that scenarios with `only: 'generation'` apply. */
  generates?: boolean
  /** The permission that a key issued with `permissions` must hold. */
  needs?: string
  answer: (call: Call, key: IssuedKey | undefined) => Answer
}

/** Everything that the lab knows about one provider: data, and pure functions of a call. */
export type Provider = {
  id: string
  name: string
  /** The real host, which the lab's forward proxy maps to the lab. */
  host: string
  basePath: string
  environmentVariable: string
  formats: Record<string, { mint: (options: IssueOptions) => string; pattern: RegExp }>
  /** The free call that only a valid key gets an answer to, as documented; default `GET /models` with a Bearer header. */
  proof?: (
    key: string,
    baseUrl: string,
  ) => { method?: 'POST'; path: string; headers?: Record<string, string>; body?: string }
  /** Where this provider looks for the key. */
  presented: (call: Call) => string | undefined
  /** A refusal that comes before any look at the key (GitHub without User-Agent). */
  gate?: (call: Call) => Answer | undefined
  /** What of a key the provider gets to see, where a secret part only signs: then `presented` is that. */
  shownOf?: (value: string) => string
  /** A refusal of the request itself, after the key was accepted. */
  check?: (call: Call, key: IssuedKey) => Answer | undefined
  /** Headers of every answer. */
  headers: Record<string, string>
  indent?: number
  requestId: () => string
  /** How the provider repeats a key in its error texts. */
  mask?: (key: string) => string
  noKey: Answer
  notFound: Answer
  /** By `METHOD /path` below the base path; `:name` matches one segment. */
  routes: Record<string, Route>
  scenarios: Scenario[]
}
