import type { Entry } from './entry.ts'
import { parseDotenv } from './parse-dotenv.ts'
import { parseTable } from './parse-table.ts'
import { parseTree } from './parse-tree.ts'
import type { ImportFormat } from './schema.ts'

/** Everything that a file gives a name, in its order, up to `most`. */
export function readEntries(text: string, format: ImportFormat, most: number): Entry[] {
  const source = text.replace(/^\ufeff/, '')
  if (format === 'dotenv') return parseDotenv(source, most)
  return format === 'csv' ? parseTable(source, most) : parseTree(source, format, most)
}
