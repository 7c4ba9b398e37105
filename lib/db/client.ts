import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client.ts'

export type { PrismaClient } from './generated/client.ts'

const POOL_SIZE = 10

/** The app's way to the database: a small pool, on which every date and time is UTC. */
export function createClient(appUrl: string): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: appUrl,
    max: POOL_SIZE,
    connectionTimeoutMillis: 10_000,
    application_name: 'claviger',
    options: '-c timezone=UTC',
  })
  return new PrismaClient({ adapter, errorFormat: 'minimal' })
}
