import type { Answer, Call, Json } from '../scenario.ts'
import type { Ledger, LedgerKey } from './ledger.ts'

/** `test`: what the key itself is used for, at the same host. */
export type Operation = 'list' | 'describe' | 'mint' | 'deactivate' | 'revoke' | 'signIn' | 'test'

export interface Asked {
  call: Call
  /** JSON or a form. */
  fields: Record<string, Json>
  /** Groups of the route's path. */
  parts: string[]
  ledger: Ledger
}

export interface KeyApiRoute {
  operation: Operation
  method: string
  path: RegExp
  /** Where several operations share one address: which one this is. */
  when?(asked: Asked): boolean
  answer(asked: Asked): Answer
}

/** One provider's documented way to make, list and end keys. */
export interface LabKeyApi {
  id: string
  /** Whose keys it makes. */
  provider: string
  host: string
  /** Below the host: what the product's base URL ends with. */
  basePath: string
  settings: Record<string, string>
  /** The provider's id of a key, from its value or made up. */
  idOf(value: string): string
  /** A credential in the provider's form. */
  makeCredential(): string
  /** Whether the call carries this credential. */
  carries(call: Call, credential: string): boolean
  refused: Answer
  routes: KeyApiRoute[]
}

export const bearerIs = (call: Call, credential: string): boolean =>
  call.headers.authorization === `Bearer ${credential}`
export const headerIs =
  (name: string) =>
  (call: Call, credential: string): boolean =>
    call.headers[name] === credential

export const ok = (body: Json): Answer => ({ status: 200, body })
export const made = (body: Json): Answer => ({ status: 201, body })
export const noContent: Answer = { status: 204, body: '' }
export const seconds = ({ createdAt }: LedgerKey): number => Math.floor(createdAt.getTime() / 1000)
export const iso = ({ createdAt }: LedgerKey): string => createdAt.toISOString()
export const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
export const masked = ({ value }: LedgerKey): string => `${value.slice(0, 10)}...${value.slice(-4)}`

/** Ends the key of the last part of the path, or says that there is none. */
export function endIn(found: Answer, missing: Answer) {
  return ({ ledger, parts }: Asked): Answer => (ledger.end(decodeURIComponent(parts.at(-1) ?? '')) ? found : missing)
}
