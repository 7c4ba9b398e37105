import type { CommandInput } from '../../cli/command.ts'
import { say } from '../../cli/print.ts'
import { readSecret } from '../../cli/read-secret.ts'
import { EXIT } from '../exit-codes.ts'
import { findKey } from '../find-key.ts'
import { signIn } from '../sign-in.ts'

interface Rotation {
  state: string
  toVersion: number | null
  test: { headline: string }
  differences: string[]
}

export async function run(input: CommandInput): Promise<number> {
  const server = signIn(input)
  const key = await findKey(server, input.words[0] ?? '')
  const value = await readSecret('New value')
  const reason = input.options.reason ? { reason: input.options.reason } : {}
  if (input.flags.has('untested')) {
    const { version } = await server.ask<{ version: number }>('POST', `/keys/${key.id}/versions`, { value, ...reason })
    say(`${key.name} has version ${version} from now on, which was not tested.`)
    return EXIT.ok
  }
  const rotation = await server.ask<Rotation>('POST', `/keys/${key.id}/rotations`, { value, ...reason })
  for (const sentence of rotation.differences) say(sentence)
  if (rotation.state === 'refused') {
    say(`${rotation.test.headline} Nothing was changed: ${key.name} keeps the value that it has.`)
    return EXIT.failed
  }
  say(
    `${key.name} has version ${rotation.toVersion} from now on. Revoke the old value at its provider when nobody uses it any more.`,
  )
  return EXIT.ok
}
