import type { CommandInput } from '../../cli/command.ts'
import { print } from '../../cli/print.ts'
import { openServer } from '../server.ts'
import { settingsOf } from '../sign-in.ts'
import { json } from '../table.ts'
import { describe, whoIs } from '../who-is.ts'

export async function run(input: CommandInput): Promise<undefined> {
  const settings = settingsOf(input)
  const who = await whoIs(openServer(settings), settings.token)
  print(input.flags.has('json') ? json(who) : `${describe(who)} at ${settings.url}`)
}
