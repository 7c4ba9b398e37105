import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '#lib/db/generated/client'
import { setRuntime } from '#lib/server/runtime'
import type { World } from './world.ts'

export interface RecordedQuery {
  sql: string
  params: unknown[]
}

/** Runs something while a client that writes down its queries takes the place of the world's own. */
export async function recordedQueries<T>(
  world: World,
  work: () => Promise<T>,
): Promise<{ result: T; queries: RecordedQuery[] }> {
  const adapter = new PrismaPg({ connectionString: world.runtime.appUrl, options: '-c timezone=UTC' })
  const db = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] })
  const queries: RecordedQuery[] = []
  db.$on('query', ({ query, params }) => queries.push({ sql: query, params: JSON.parse(params) }))
  setRuntime({ ...world.runtime, db: db as unknown as World['db'] })
  try {
    return { result: await work(), queries }
  } finally {
    setRuntime(world.runtime)
    await db.$disconnect()
  }
}
