import type { CallToSign } from '#lib/providers/provider'

/**
 * How a provider makes, lists and ends keys for programs: data and pure functions, as a provider is. Nothing here does
 * I/O. Facts come from the provider's documentation; what nobody could confirm is named in `preview`.
 */
export interface KeyApi {
  /** Id of the provider, or `endpoint`: a server of the customer's own. */
  id: string
  /** Where its calls go; null where they go to the base URL of the key itself. */
  baseUrl: string | null
  /** What is not confirmed, in a sentence; absent where all is. */
  preview?: string
  source: string
  /** The credential that may make keys: itself a key, usable for nothing else. */
  admin: { name: string; hint: string }
  settings: KeyApiSetting[]
  /** Swaps the credential for what the calls carry, where they carry another. */
  signIn?: { call(admin: string, at: Date): KeyCall & { url: string }; read(json: unknown): string | null }
  authorize(admin: string, call: CallToSign): Record<string, string>
  /** One page of the keys; `cursor` is what `readList` said. */
  list(settings: Settings, cursor: string | null): KeyCall
  readList(body: Body, cursor: string | null): ListedKeys | null
  /** Asks about one key of the list, where the list itself says nothing but ids. */
  describe?: { call(id: string): KeyCall; read(json: unknown): ListedKey | null }
  mint(settings: Settings, wish: MintWish): KeyCall
  /** What to ask until the key is made, where the answer is a promise of it. */
  stillMinting?(body: Body): KeyCall | null
  readMint(body: Body, settings: Settings): MintedKey | null
  /** In order; only the last one ends the key, the others make it refuse first. */
  revoke(settings: Settings, id: string): KeyCall[]
  /** Whether a key carries a name of our choosing, by which a lost one is found again. */
  hasNames: boolean
  /** How many keys may stand beside each other, where that is few. */
  mostKeys?: number
  /** Whether a key can be made with an end, so that a lost one dies by itself. */
  canExpire: boolean
  /** The provider's id of a value: from the value itself, or from what the list shows of it. */
  identify?(value: string, listed: readonly ListedKey[]): string | null
}

export type Settings = Readonly<Record<string, string>>

export interface KeyApiSetting {
  /** `projectId`. */
  name: string
  /** "Project". */
  label: string
  hint: string
  pattern: RegExp
  /** Taken where nothing is given; absent: it has to be given. */
  usual?: string
}

export interface KeyCall {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Appended to the base URL. */
  path: string
  headers?: Record<string, string>
  body?: string
}

export interface Body {
  json: unknown
  text: string
}

export interface MintWish {
  /** Name of the key at the provider: says which rotation made it. */
  marker: string
  expiresAt: Date | null
}

export interface ListedKey {
  id: string
  name: string | null
  /** ISO-8601, UTC; null where the provider does not say. */
  createdAt: string | null
  /** What the provider shows of the value: its start and its end, where it shows them. */
  shown?: { start: string; end: string }
}

export interface ListedKeys {
  keys: ListedKey[]
  next: string | null
}

export interface MintedKey {
  id: string
  value: string
  expiresAt: string | null
}
