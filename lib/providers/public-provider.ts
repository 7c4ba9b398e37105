/** A provider as the browser sees it: plain JSON, nothing secret, no rule. */
export interface PublicProvider {
  id: string
  name: string
  category: string
  baseUrl: string | null
  /** Usual environment variables, the most usual first. */
  variables: string[]
  rotation: 'automatic' | 'manual'
  environmentHint: string | null
  /** What to ask for where the base URL holds the customer's own part. */
  address: { label: string; example: string; wildcard: string | null } | null
  /** The same API for other customers: Datadog EU. */
  sites: { name: string; baseUrl: string }[]
  /** Names of the pieces of a key that has several, in order, written with `:` between them. */
  keyParts: string[]
  /** Where the provider's own keys are made and deleted; null for a server of the customer's own. */
  dashboard: string | null
  docs: string
  statusPage: string | null
  /** A server of the customer's own, which may take keys of any form. */
  takesAnyKey: boolean
  takesModel: boolean
  /** What one pairing test costs: `nothing`, or in words. */
  proofCosts: string
  keyFormats: PublicKeyFormat[]
}

export interface PublicKeyFormat {
  kind: string
  /** Public start of such a key: `sk-proj-`. */
  prefix: string
  /** Source of a regular expression. */
  pattern: string
  evenAround: string | null
  /** Keys of other companies look the same. */
  isShared: boolean
  role: 'usable' | 'wrong_kind'
  environment: 'test' | 'live' | null
  /** What to use instead, where the role is `wrong_kind`. */
  instead: string | null
}
