import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Client, escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { AppError, isAppError } from '#lib/errors'
import { disableTriggers } from './disable-triggers.ts'
import { setSequence } from './list-sequences.ts'
import { listTables } from './list-tables.ts'
import { type BackupPart, readBackup } from './read-backup.ts'
import type { BackupTable } from './schema.ts'

/**
 * Loads all rows of a backup in one transaction: everything, or nothing. The file is checked once more while it is read,
 * so that one that changed since it was verified is not committed.
 */
export async function loadBackup(client: Client, file: string): Promise<void> {
  await client.query('BEGIN')
  try {
    const tables = await listTables(client)
    const enableTriggers = await disableTriggers(client)
    await client.query(`TRUNCATE ${tables.map(({ name }) => `public.${escapeIdentifier(name)}`).join(', ')}`)
    await loadParts(client, readBackup(file), tables)
    await enableTriggers()
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {})
    if (isAppError(cause)) throw cause
    const reason = cause instanceof Error ? cause.message : 'unknown reason'
    throw new AppError(
      'unavailable',
      `The backup could not be loaded: ${reason}. The database is as empty as before.`,
      { cause },
    )
  }
  await client.query('ANALYZE')
}

async function loadParts(client: Client, parts: AsyncGenerator<BackupPart>, tables: BackupTable[]): Promise<void> {
  try {
    for (let next = await parts.next(); !next.done; next = await parts.next()) {
      const part = next.value
      if (part.kind === 'table') await loadTable(client, part.table, parts, tables)
      if (part.kind === 'sequences') for (const sequence of part.sequences) await setSequence(client, sequence)
    }
  } finally {
    await parts.return(undefined)
  }
}

async function loadTable(client: Client, table: BackupTable, parts: AsyncGenerator<BackupPart>, tables: BackupTable[]) {
  if (!tables.some(({ name }) => name === table.name)) throw new Error(`there is no table ${table.name}`)
  let expected = -1
  async function* rows() {
    for (let next = await parts.next(); !next.done; next = await parts.next()) {
      if (next.value.kind === 'rows') yield next.value.bytes
      if (next.value.kind === 'end') {
        expected = next.value.rows
        return
      }
    }
  }
  const columns = table.columns.map(escapeIdentifier).join(', ')
  const copy = client.query(copyFrom(`COPY public.${escapeIdentifier(table.name)} (${columns}) FROM STDIN`))
  await pipeline(Readable.from(rows(), { objectMode: false }), copy)
  if (copy.rowCount !== expected) throw new Error(`${table.name} took ${copy.rowCount} rows of ${expected}`)
}
