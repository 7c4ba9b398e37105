import type { Env } from '#lib/env'
import { checkDatabase } from './check-database.ts'
import { type Holder, holdPostgres } from './lease.ts'

export interface Database {
  /** For the app's everyday work. */
  appUrl: string
  /** For migrations, backup and restore: the owner of the tables. */
  adminUrl: string
  /** True where Claviger runs PostgreSQL itself. */
  embedded: boolean
  /** Lets go of the database; the embedded one stops with its last user. */
  stop(): Promise<void>
}

type Settings = Pick<Env, 'dataDir' | 'databaseUrl' | 'databaseAdminUrl'>

/** The database of the server: the operator's own where DATABASE_URL is set, the embedded one otherwise. */
export const startDatabase = (env: Settings): Promise<Database> => openDatabase(env, 'server')

/** The same for an operator's command, which works beside a running server or without one. */
export const findDatabase = (env: Settings): Promise<Database> => openDatabase(env, 'command')

async function openDatabase(env: Settings, holder: Holder): Promise<Database> {
  if (env.databaseUrl) return ownDatabase(env.databaseUrl, env.databaseAdminUrl)
  const { postgres, release } = await holdPostgres(env.dataDir, holder)
  return { appUrl: postgres.url('app'), adminUrl: postgres.url('owner'), embedded: true, stop: release }
}

async function ownDatabase(appUrl: string, adminUrl: string | undefined): Promise<Database> {
  await checkDatabase('DATABASE_URL', appUrl)
  if (adminUrl) await checkDatabase('DATABASE_ADMIN_URL', adminUrl)
  return { appUrl, adminUrl: adminUrl ?? appUrl, embedded: false, stop: async () => {} }
}
