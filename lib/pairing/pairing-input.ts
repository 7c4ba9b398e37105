import type { OutboundPolicy } from '#lib/outbound/policy'
import type { Provider } from '#lib/providers/provider'
import type { PairingStage, PairingTrigger } from './schema.ts'
import type { Surroundings } from './surroundings.ts'

/** One value, and all that is known about it. Nothing here comes from a database by itself. */
export interface PairingInput {
  provider: Provider
  /** Any text: what is wrong with it is the finding. */
  value: string
  /** Stands for the provider's usual one; required where it has none. */
  baseUrl?: string | null
  environment?: PairingEnvironment | null
  /** Permissions that are required here, in the provider's words. */
  requiredPermissions?: readonly string[]
  /** A model that the application asks for. */
  model?: string | null
  keyId?: string
  /** What the key is called where it is stored, in place of the provider's usual variable. */
  name?: string
  version?: number
  history?: KeyHistory
  surroundings?: Surroundings
  trigger: PairingTrigger
}

export interface PairingEnvironment {
  slug: string
  protected: boolean
}

/** What earlier tests and the owner say about this very value. */
export interface KeyHistory {
  /** When the provider last accepted it; absent when it never did. */
  lastGoodAt?: Date | null
  /** Until when it should live, as stored. */
  expiresAt?: Date | null
}

export interface PairingOptions {
  policy: OutboundPolicy
  /** Hears each stage as it ends, in order, already scrubbed. */
  onStage?: (stage: PairingStage) => void
  now?: () => Date
  /** Id of the result; made up when absent. */
  id?: string
}

/** What stands for the value in a shell: `$OPENAI_API_KEY`, and `$ID:$SECRET` for a key of several parts. */
export function shownKey(input: Pick<PairingInput, 'name' | 'provider'>): string {
  const { parts } = input.provider
  return parts ? parts.map(({ variable }) => `$${variable}`).join(':') : `$${variableOf(input)}`
}

/** The variable that stands for the value in whatever is shown or sent: the key's own name where a shell takes it. */
export function variableOf({ name, provider }: Pick<PairingInput, 'name' | 'provider'>): string {
  return name && /^[A-Za-z_]\w*$/.test(name) ? name : (provider.variables[0] ?? 'API_KEY')
}
