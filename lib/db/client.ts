import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { PrismaClient } from './generated/client.ts'
import { makeStatementNames } from './statement-names.ts'

export type { Pool } from 'pg'
export type { PrismaClient } from './generated/client.ts'

const POOL_SIZE = 10

/** The app's connections, a few, on which every date and time is UTC: Prisma and the job queue share them. */
export function createPool(appUrl: string): Pool {
  const pool = new Pool({
    connectionString: appUrl,
    max: POOL_SIZE,
    connectionTimeoutMillis: 10_000,
    application_name: 'claviger',
    options: '-c timezone=UTC',
  })
  // A connection that breaks while nobody uses it leaves the pool; whoever needs one gets another.
  pool.on('error', () => {})
  return pool
}

/** The app's way to the database. A pool of its own ends when it disconnects; one that it was given, it leaves to others. */
export function createClient(poolOrUrl: Pool | string): PrismaClient {
  const isOwn = typeof poolOrUrl === 'string'
  const pool = isOwn ? createPool(poolOrUrl) : poolOrUrl
  const options = { statementNameGenerator: makeStatementNames(), disposeExternalPool: isOwn }
  return new PrismaClient({ adapter: new PrismaPg(pool, options), errorFormat: 'minimal' })
}
