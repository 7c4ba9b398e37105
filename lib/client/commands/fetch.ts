import { AppError } from '#lib/errors'
import type { CommandInput } from '../../cli/command.ts'
import { EXIT } from '../exit-codes.ts'
import { type Fetched, fetchPath } from '../fetch-values.ts'
import { hand } from '../hand.ts'
import { namesOf, signInAt } from '../sign-in.ts'
import { json } from '../table.ts'

const FORMATS = ['dotenv', 'shell', 'json']

export async function run(input: CommandInput): Promise<undefined> {
  const { format = 'dotenv', output, reason } = input.options
  if (!FORMATS.includes(format))
    throw new AppError('invalid', `--format is ${FORMATS.join(', ')}, not ${format}.`, { exitCode: EXIT.usage })
  const { server, place } = await signInAt(input)
  const { text } = await server.send(fetchPath({ place, names: namesOf(input), reason }, { format }))
  const written = format === 'json' ? `${json(plain(JSON.parse(text)))}\n` : text
  hand(written, output)
}

function plain({ values }: Fetched): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value]))
}
