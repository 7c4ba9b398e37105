import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client.ts'
import { makeStatementNames } from './statement-names.ts'

export type { PrismaClient } from './generated/client.ts'

const POOL_SIZE = 10

/** The app's way to the database: a small pool, on which every date and time is UTC. */
export function createClient(appUrl: string): PrismaClient {
  const pool = {
    connectionString: appUrl,
    max: POOL_SIZE,
    connectionTimeoutMillis: 10_000,
    application_name: 'claviger',
    options: '-c timezone=UTC',
  }
  const adapter = new PrismaPg(pool, { statementNameGenerator: makeStatementNames() })
  return new PrismaClient({ adapter, errorFormat: 'minimal' })
}
