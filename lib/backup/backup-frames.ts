import { createHash } from 'node:crypto'
import { type Client, escapeIdentifier } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { describeDatabase } from './describe-database.ts'
import { encodeFrame, type FrameKind } from './frame.ts'
import { listSequences } from './list-sequences.ts'
import { listTables } from './list-tables.ts'
import type { BackupSummary, BackupTable } from './schema.ts'

/** The whole backup as frames, read in the transaction that the client is in; `onEnd` hears what it held. */
export async function* backupFrames(client: Client, onEnd: (summary: BackupSummary) => void): AsyncGenerator<Buffer> {
  const whole = createHash('sha256')
  const emit = (kind: FrameKind, payload: Buffer | object) => {
    const frame = encodeFrame(kind, payload)
    whole.update(frame)
    return frame
  }
  const header = await describeDatabase(client)
  yield emit('header', header)
  const written: BackupSummary['tables'] = []
  for (const table of await listTables(client)) {
    yield emit('table', table)
    const hash = createHash('sha256')
    const copy = client.query(copyTo(copyStatement(table)))
    for await (const chunk of copy) {
      hash.update(chunk)
      yield emit('rows', chunk)
    }
    yield emit('end', { rows: copy.rowCount, sha256: hash.digest('hex') })
    written.push({ name: table.name, rows: copy.rowCount })
  }
  yield emit('sequences', await listSequences(client))
  const rows = written.reduce((sum, table) => sum + table.rows, 0)
  const sha256 = whole.digest('hex')
  yield encodeFrame('trailer', { tables: written.length, rows, sha256 })
  onEnd({ header, tables: written, rows, sha256 })
}

const copyStatement = ({ name, columns }: BackupTable) =>
  `COPY public.${escapeIdentifier(name)} (${columns.map(escapeIdentifier).join(', ')}) TO STDOUT`
