import { readFileSync } from 'node:fs'
import { text as readAll } from 'node:stream/consumers'
import { AppError } from '#lib/errors'
import { guessImportFormat } from '#lib/format/guess-import-format'
import type { CommandInput } from '../../cli/command.ts'
import { print, say } from '../../cli/print.ts'
import { EXIT } from '../exit-codes.ts'
import { findPlace } from '../place.ts'
import { openServer } from '../server.ts'
import { settingsOf } from '../sign-in.ts'
import { json, table } from '../table.ts'

interface Imported {
  id: string | null
  counts: Record<string, number>
  lines: { line: number; name: string | null; action: string; provider?: string; reason?: string }[]
}

export async function run(input: CommandInput): Promise<number> {
  const [file = '', given] = input.words
  const settings = settingsOf(input)
  const server = openServer(settings)
  const place = await findPlace(server, settings, given)
  const isDone = input.flags.has('yes')
  const text = await read(file)
  const body = { ...place, format: input.options.format ?? guessImportFormat(text), text, dryRun: !isDone }
  const imported = await server.ask<Imported>('POST', '/import', body)
  print(input.flags.has('json') ? json(imported) : describe(imported))
  if (!isDone) say('Nothing was stored. The same with --yes stores it.')
  else if (imported.id) say(`Take it back: claviger undo-import ${imported.id}`)
  return imported.counts.refuse ? EXIT.failed : EXIT.ok
}

async function read(file: string): Promise<string> {
  if (file === '-') return readAll(process.stdin)
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new AppError('invalid', `${file} cannot be read.`, { cause, exitCode: EXIT.usage })
  }
}

function describe({ lines, counts }: Imported): string {
  const rows = lines.map(({ line, name, action, provider = '', reason = '' }) => [
    String(line),
    action,
    name ?? '',
    provider,
    reason,
  ])
  const sum = Object.entries(counts).filter(([, count]) => count > 0)
  return [
    ...(rows.length > 0 ? [table(rows)] : []),
    sum.map(([action, count]) => `${count} ${action}`).join(', ') || 'Nothing.',
  ].join('\n')
}
