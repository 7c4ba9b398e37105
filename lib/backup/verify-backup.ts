import { readBackup } from './read-backup.ts'
import type { BackupSummary } from './schema.ts'

/** Reads a backup from its first byte to its last and says what it holds; throws as `readBackup` does. */
export async function verifyBackup(file: string): Promise<BackupSummary> {
  const summary: Partial<BackupSummary> & Pick<BackupSummary, 'tables'> = { tables: [] }
  let table = ''
  for await (const part of readBackup(file)) {
    if (part.kind === 'header') summary.header = part.header
    if (part.kind === 'table') table = part.table.name
    if (part.kind === 'end') summary.tables.push({ name: table, rows: part.rows })
    if (part.kind === 'trailer') Object.assign(summary, { rows: part.rows, sha256: part.sha256 })
  }
  return summary as BackupSummary
}
