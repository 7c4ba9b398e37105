import { type CsvError, parse } from 'csv-parse/sync'
import type { Entry } from './entry.ts'

/** How the tools in use call the two columns: Infisical, Doppler, 1Password, spreadsheets. */
const NAME = ['key', 'name', 'secret', 'secret_name', 'secretkey', 'variable', 'title']
const VALUE = ['value', 'secret_value', 'secretvalue', 'password', 'credential']

interface Row {
  record: string[]
  /** Where it ends: it may be of several lines. */
  lines: number
}

/** Reads a CSV with a heading that names a column of names and one of values; of more columns, those two. */
export function parseTable(source: string, most: number): Entry[] {
  const rows: Row[] = []
  try {
    parse(source, {
      relax_column_count: true,
      skip_empty_lines: true,
      trim: false,
      to: most + 1,
      max_record_size: 1024 * 1024,
      on_record: (record: string[], { lines }) => {
        rows.push({ record, lines })
        return null
      },
    })
  } catch (error) {
    const { lines } = error as CsvError & { lines?: number }
    return [
      {
        line: lines ?? 1,
        name: null,
        problem: 'From this line on it is no CSV that can be read: a quote is left open or stands in a wrong place.',
      },
    ]
  }
  const [heading, ...body] = rows
  if (!heading) return []
  const column = (names: string[]) =>
    heading.record.findIndex((cell) => names.includes(cell.trim().toLowerCase().replaceAll(' ', '_')))
  const [name, value] = [column(NAME), column(VALUE)]
  if (name < 0 || value < 0)
    return [
      {
        line: 1,
        name: null,
        problem: 'The first line has to name the columns: one called key or name, and one called value.',
      },
    ]
  return body.map(({ record, lines }, index) => {
    const line = (rows[index]?.lines ?? lines) + 1
    const found = record[name]?.trim()
    return found
      ? { line, name: found, value: record[value] ?? '' }
      : { line, name: null, problem: 'This line has no name.' }
  })
}
