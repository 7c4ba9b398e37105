import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { AppError } from '#lib/errors'
import { stopPostgres } from './cluster.ts'
import { type RunningPostgres, runEmbeddedPostgres } from './embedded-postgres.ts'

/** Keys of advisory locks in the cluster's database `postgres`: "Clav", and what each guards. */
const CLAVIGER = 0x436c6176
const IN_USE = 1
const SERVER = 2

/** What a holder is: one server at most works on a data folder, any number of commands beside it. */
export type Holder = 'server' | 'command'

export interface Lease {
  postgres: RunningPostgres
  release(): Promise<void>
}

/**
 * Starts or adopts the data folder's PostgreSQL and holds it. Locks live in a database session, so those of a killed
 * process vanish with it. The last to release stops PostgreSQL: a command that outlives the server keeps its database.
 */
export async function holdPostgres(dataDir: string, holder: Holder, durable = true): Promise<Lease> {
  const first = await openSession(dataDir, holder, { durable })
  let current: Promise<Session | undefined> = Promise.resolve(first)
  let released = false

  const watch = (session: Session): Session => {
    session.client.once('end', () => {
      if (!released) current = reopen()
    })
    return session
  }
  const reopen = async (): Promise<Session | undefined> => {
    console.error('The connection to the embedded database broke; bringing it back.')
    const { port } = first.postgres
    for (; !released; await sleep(500)) {
      const session = await openSession(dataDir, holder, { durable, port }).catch(() => undefined)
      if (session) return watch(session)
    }
    return undefined
  }
  watch(first)

  return {
    postgres: first.postgres,
    async release() {
      released = true
      const session = await current
      if (session) await stopIfLast(session)
    },
  }
}

interface Session {
  client: Client
  postgres: RunningPostgres
}

async function openSession(
  dataDir: string,
  holder: Holder,
  options: { durable: boolean; port?: number },
): Promise<Session> {
  for (;;) {
    const postgres = await runEmbeddedPostgres(dataDir, options)
    const client = new Client({ connectionString: postgres.url('owner', 'postgres'), keepAlive: true })
    client.on('error', () => {})
    try {
      await client.connect()
      // Refused only while the last holder is stopping PostgreSQL: wait for that, then start it again.
      if (await lock(client, 'pg_try_advisory_lock_shared', IN_USE)) {
        if (holder === 'command' || (await lock(client, 'pg_try_advisory_lock', SERVER))) return { client, postgres }
        await client.end()
        throw new AppError(
          'conflict',
          `Claviger is already running with the data folder ${dataDir}. Stop it first, or set CLAVIGER_DATA_DIR to another folder.`,
        )
      }
    } catch (error) {
      await client.end().catch(() => {})
      if (error instanceof AppError) throw error
    }
    await sleep(200)
  }
}

async function stopIfLast({ client, postgres }: Session): Promise<void> {
  try {
    await lock(client, 'pg_advisory_unlock_shared', IN_USE)
    // A connection that breaks here was cut by the other one that left at the same moment, and stops PostgreSQL itself.
    const isLast = await lock(client, 'pg_try_advisory_lock', IN_USE).catch(() => false)
    if (isLast) await stopPostgres(postgres.cluster)
  } finally {
    await client.end().catch(() => {})
  }
}

async function lock(client: Client, call: string, what: number): Promise<boolean> {
  const { rows } = await client.query(`SELECT ${call}($1, $2) AS done`, [CLAVIGER, what])
  return rows[0]?.done === true
}
