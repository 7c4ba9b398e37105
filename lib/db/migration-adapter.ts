import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type { QueryResult } from 'pg'

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

/** Prisma's adapter for PostgreSQL, with two gaps closed that the schema engine falls into. */
export class MigrationAdapter extends PrismaPg {
  override async connect(): Promise<Adapter> {
    return readInternalChars(sendScriptsWhole(await super.connect()))
  }
}

/** Held by a script that runs: PostgreSQL runs it to its end even when whoever sent it was killed. */
export const SCRIPT_LOCK = 0x436c61766e

/** The engine notes that a migration begins, runs its script, and notes that it ended: three steps of their own. */
const NOTE_THE_END = `UPDATE "_prisma_migrations" SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL`

/**
 * The adapter cuts a script at every semicolon, which breaks function bodies and leaves half a migration behind when a
 * later statement fails. Sent whole, PostgreSQL runs it as one transaction, and the note that it ended is part of it:
 * a process that is killed right after the script leaves no migration behind that seems to be unfinished.
 */
function sendScriptsWhole(adapter: Adapter): Adapter {
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(`SELECT pg_advisory_xact_lock(${SCRIPT_LOCK});\n${script}\n;${NOTE_THE_END}`)
  }
  return adapter
}

const INTERNAL_CHAR = 18
const TEXT = 25

/** The adapter refuses `"char"`, the one-letter type of PostgreSQL's own catalogue; the engine reads it there. */
function readInternalChars(adapter: Adapter): Adapter {
  const { queryRaw } = adapter
  const pool = adapter.underlyingDriver() as { query(...args: unknown[]): Promise<QueryResult> }
  adapter.queryRaw = async (query) => {
    const letters: number[] = []
    const send = async (...args: unknown[]) => {
      const result = await pool.query(...args)
      result.fields.forEach((field, index) => {
        if (field.dataTypeID !== INTERNAL_CHAR) return
        letters.push(index)
        field.dataTypeID = TEXT
      })
      return result
    }
    const answer = await queryRaw.call(Object.create(adapter, { client: { value: { query: send } } }), query)
    for (const index of letters) answer.columnTypes[index] = ColumnTypeEnum.Character
    return answer
  }
  return adapter
}
