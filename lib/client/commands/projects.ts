import type { CommandInput } from '../../cli/command.ts'
import { print } from '../../cli/print.ts'
import { listAll } from '../list-all.ts'
import { signIn } from '../sign-in.ts'
import { json, table } from '../table.ts'

interface Project {
  slug: string
  name: string
  environments: { slug: string; protected: boolean; role: string; keyCount: number }[]
}

export async function run(input: CommandInput): Promise<undefined> {
  const projects = await listAll<Project>(signIn(input), '/projects')
  if (input.flags.has('json')) {
    print(json(projects))
    return
  }
  const rows = projects.flatMap(({ slug, environments }) =>
    environments.map((each) => [
      `${slug}/${each.slug}`,
      `${each.keyCount} ${each.keyCount === 1 ? 'key' : 'keys'}`,
      each.role,
      each.protected ? 'protected' : '',
    ]),
  )
  print(rows.length > 0 ? table(rows) : 'You see no project.')
}
