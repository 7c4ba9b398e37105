import type { Pool, PrismaClient } from '#lib/db/client'
import type { Env } from '#lib/env'
import { AppError } from '#lib/errors'
import type { Jobs } from '#lib/jobs/jobs'
import type { OutboundPolicy } from '#lib/outbound/policy'
import type { Keyring } from '#lib/vault/keyring'
import type { Changes } from './changes.ts'

/** Everything stateful, once per process: pages are bundled apart from the server, and both find it here. */
export interface Runtime {
  env: Env
  db: PrismaClient
  keyring: Keyring
  outbound: OutboundPolicy
  /** The connections under `db`, for the prepared statements of hot paths. */
  pool: Pool
  /** For a connection of one's own. */
  appUrl: string
  startedAt: Date
  /** Absent where nobody can wait for a change: in an operator's command. */
  changes?: Changes
  /** Background work; absent where none runs: in an operator's command, or where it could not be started. */
  jobs?: Jobs
}

const KEY = Symbol.for('claviger.runtime')
const holder = globalThis as { [KEY]?: Runtime }

/** The running process's runtime. Throws where nothing was started: a page at build time, a test without a world. */
export function runtime(): Runtime {
  const current = holder[KEY]
  if (!current) throw new AppError('unavailable', 'Claviger is not running in this process yet.')
  return current
}

/** Sets the runtime; undefined takes it away again. */
export function setRuntime(next: Runtime | undefined): void {
  holder[KEY] = next
}
