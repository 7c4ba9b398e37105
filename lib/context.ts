import type { ScopedAction } from '#lib/access/policy'
import type { EnvironmentRole, InstallationRole } from '#lib/access/roles'

/** Who is asking. Every verb takes it first; nothing is ambient. */
export interface Context {
  actor: Actor
  /** The caller's address, as seen through trusted proxies; null for work of the machine itself. */
  address: string | null
  requestId: string
}

export type Actor = MemberActor | ScopedKeyActor | OperatorActor | SystemActor | AnonymousActor

export interface MemberActor {
  type: 'member'
  id: string
  name: string
  email: string
  role: InstallationRole
  /** Environment id → role, only what was granted in so many words. */
  grants: ReadonlyMap<string, EnvironmentRole>
  /** How they came in: a browser session or a personal access token. */
  via: { type: 'session' | 'token'; id: string }
}

/** A program with a scoped key: may what the key says, and of that only what its maker may now. */
export interface ScopedKeyActor {
  type: 'scoped_key'
  id: string
  name: string
  /** Whoever made it, with the rights they have now. */
  maker: Pick<MemberActor, 'id' | 'name' | 'role' | 'grants'>
  projectId: string
  environmentId: string
  /** Names of keys, `*` standing for any characters. */
  keyNames: readonly string[]
  actions: readonly ScopedAction[]
}

/** Somebody with a shell on the machine: an operator command. May do everything that the command is for. */
export interface OperatorActor {
  type: 'operator'
  id: 'operator'
  name: string
}

/** The product itself: a job, a clock. */
export interface SystemActor {
  type: 'system'
  id: 'system'
  name: string
}

export interface AnonymousActor {
  type: 'anonymous'
  id: 'anonymous'
  name: 'anonymous'
  /** Why what they presented does not count, where it was once good: a sentence for its holder. */
  refusal?: string
}
