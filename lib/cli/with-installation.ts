import { userInfo } from 'node:os'
import { backUpBeforeMigrating } from '#lib/backup/back-up-before-migrating'
import type { Context } from '#lib/context'
import { createClient, createPool } from '#lib/db/client'
import { migrate } from '#lib/db/migrate'
import { prepareDataFolder } from '#lib/db/prepare-data-folder'
import { type Database, findDatabase } from '#lib/db/start-database'
import { type Env, readEnv } from '#lib/env'
import { newId } from '#lib/ids'
import { readPolicy } from '#lib/outbound/policy'
import { setRuntime } from '#lib/server/runtime'
import { Stopping } from '#lib/server/stop'
import type { Keyring } from '#lib/vault/keyring'
import { openKeyring } from '#lib/vault/open-keyring'
import { say } from './print.ts'

/** What a command works on, from the settings: the database of a running server, or the same one started for the moment. */
export interface Installation {
  env: Env
  database: Database
  stopping: Stopping
}

/** Opens the database alone, as it is, and lets go of it however the work ends, Ctrl-C included. */
export async function withDatabase<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const env = readEnv()
  await prepareDataFolder(env.dataDir)
  const stopping = new Stopping()
  endOnSignals(stopping)
  const database = await findDatabase(env)
  stopping.add(database.stop)
  try {
    return await work({ env, database, stopping })
  } finally {
    await stopping.run()
  }
}

/** Opens the whole installation, at this version's schema, and hands the work the Context of whoever sits at the machine. */
export async function withInstallation<T>(work: (ctx: Context, installation: Installation) => Promise<T>): Promise<T> {
  return withDatabase(async (installation) => {
    await bringUpToDate(installation)
    const ctx = await enter(installation, (db) => openKeyring({ env: installation.env, db }))
    return work(ctx, installation)
  })
}

/** The same that a start does: a backup where there is something to lose, then the migrations of this version. */
export async function bringUpToDate({ env, database }: Installation): Promise<void> {
  await migrate(database.adminUrl, database.appUrl, {
    beforeApply: async (pending) => {
      const file = await backUpBeforeMigrating({ adminUrl: database.adminUrl, dataDir: env.dataDir }, pending)
      if (file) say(`Backed up before the upgrade: ${file}`)
    },
  })
}

/** Makes the installation this process's own, with the keyring that `unlock` opens. */
export async function enter(
  { env, database, stopping }: Installation,
  unlock: (db: ReturnType<typeof createClient>) => Promise<Keyring>,
): Promise<Context> {
  const pool = createPool(database.appUrl)
  stopping.add(() => pool.end())
  const db = createClient(pool)
  stopping.add(() => db.$disconnect())
  const keyring = await unlock(db)
  const outbound = readPolicy({ ...env, controlHosts: env.controlHosts ?? [] })
  setRuntime({ env, db, pool, keyring, outbound, appUrl: database.appUrl, startedAt: new Date() })
  return { actor: { type: 'operator', id: 'operator', name: systemUserName() }, address: null, requestId: newId('req') }
}

function systemUserName(): string {
  try {
    return userInfo().username
  } catch {
    return 'operator'
  }
}

function endOnSignals(stopping: Stopping): void {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
  for (const [signal, code] of Object.entries(codes)) {
    process.once(signal, async () => {
      await stopping.run()
      process.exit(code)
    })
  }
}
