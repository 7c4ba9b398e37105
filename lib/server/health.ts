import { setTimeout as sleep } from 'node:timers/promises'
import { readMigrations } from '#lib/db/read-migrations'
import { runtime } from './runtime.ts'

const ANSWER_WITHIN_MS = 3000
const GOOD_FOR_MS = 1000

/** Asks at most once a second, however often it is called: nobody signs in for this. */
export function readinessCheck(): () => Promise<string[]> {
  const known = readMigrations().migrationDirectories.map((each) => each.path)
  let asked = 0
  let answer: Promise<string[]> = Promise.resolve([])
  return () => {
    if (Date.now() - asked > GOOD_FOR_MS) {
      asked = Date.now()
      answer = findReasons(known)
    }
    return answer
  }
}

/** What keeps Claviger from working right now, in sentences; empty when nothing does. */
async function findReasons(known: string[]): Promise<string[]> {
  const late = sleep(ANSWER_WITHIN_MS, ['The database does not answer.'], { ref: false })
  return Promise.race([late, askDatabase(known).catch(() => ['The database is not reachable.'])])
}

async function askDatabase(known: string[]): Promise<string[]> {
  const { db, keyring } = runtime()
  const applied = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
  const names = applied.map((row) => row.name)
  const reasons: string[] = []
  if (known.some((name) => !names.includes(name)))
    reasons.push('Migrations of this version are missing in the database.')
  if (names.some((name) => !known.includes(name))) reasons.push('The database was migrated by a newer version.')
  const rootKeys = await db.rootKey.findMany({ select: { version: true, check: true } })
  if (rootKeys.length === 0 || !rootKeys.every((row) => keyring.holds(row)))
    reasons.push('The master key in use is not the one that the database is sealed under.')
  return reasons
}
