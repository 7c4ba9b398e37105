import type { CommandInput } from '../../cli/command.ts'
import { print } from '../../cli/print.ts'
import type { FoundKey } from '../find-key.ts'
import { listAll } from '../list-all.ts'
import { openServer } from '../server.ts'
import { settingsOf } from '../sign-in.ts'
import { json, table } from '../table.ts'

export async function run(input: CommandInput): Promise<undefined> {
  const settings = settingsOf(input)
  const [project, environment] = input.words[0]?.split('/') ?? [settings.project, settings.environment]
  const keys = await listAll<FoundKey>(openServer(settings), '/keys', {
    ...(project ? { project } : {}),
    ...(environment ? { environment } : {}),
    ...(input.options.status ? { status: input.options.status } : {}),
  })
  if (input.flags.has('json')) {
    print(json(keys))
    return
  }
  const rows = keys.map((key) => [
    `${key.project}/${key.environment}/${key.name}`,
    key.provider,
    key.status,
    key.masked,
  ])
  print(rows.length > 0 ? table(rows) : 'There is no such key, or none that you see.')
}
