import { setTimeout as sleep } from 'node:timers/promises'
import { readMigrations } from '#lib/db/read-migrations'
import { findTrouble } from '#lib/jobs/find-trouble'
import { runtime } from './runtime.ts'

const ANSWER_WITHIN_MS = 3000
const GOOD_FOR_MS = 1000

export interface Readiness {
  /** What keeps Claviger from working right now, in sentences; empty when nothing does. */
  reasons: string[]
  /** What does not work, while people are still served. */
  warnings: string[]
}

/** Asks at most once a second, however often it is called: nobody signs in for this. */
export function readinessCheck(): () => Promise<Readiness> {
  const known = readMigrations().migrationDirectories.map((each) => each.path)
  let asked = 0
  let answer: Promise<Readiness> = Promise.resolve({ reasons: [], warnings: [] })
  return () => {
    if (Date.now() - asked > GOOD_FOR_MS) {
      asked = Date.now()
      answer = look(known)
    }
    return answer
  }
}

async function look(known: string[]): Promise<Readiness> {
  const late = sleep(ANSWER_WITHIN_MS, ['The database does not answer.'], { ref: false })
  const reasons = await Promise.race([late, askDatabase(known).catch(() => ['The database is not reachable.'])])
  return { reasons, warnings: reasons.length ? [] : await findWarnings() }
}

async function findWarnings(): Promise<string[]> {
  const { db, jobs, startedAt } = runtime()
  if (!jobs)
    return ['Background work could not be started: scheduled and bulk tests wait. The log of the server says why.']
  const upSeconds = (Date.now() - startedAt.getTime()) / 1000
  const query = async (sql: string) => ({ rows: await db.$queryRawUnsafe<{ seconds: number | null }[]>(sql) })
  const trouble = await findTrouble({ query, upSeconds }).catch(
    () => 'Whether background work runs could not be found out.',
  )
  return trouble ? [trouble] : []
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
