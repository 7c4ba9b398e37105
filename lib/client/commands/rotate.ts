import type { CommandInput } from '../../cli/command.ts'
import { say } from '../../cli/print.ts'
import { readSecret } from '../../cli/read-secret.ts'
import { EXIT } from '../exit-codes.ts'
import { findKey } from '../find-key.ts'
import { signIn } from '../sign-in.ts'

/** What speaks against the value itself. That its provider could not be asked does not. */
const KEY_IS_WRONG = /^(key_|wrong_|account_suspended)/

export async function run(input: CommandInput): Promise<number> {
  const server = signIn(input)
  const key = await findKey(server, input.words[0] ?? '')
  const value = await readSecret('New value')
  if (!input.flags.has('untested')) {
    const { verdict, headline } = await server.ask<{ verdict: string; headline: string }>('POST', '/pairings', {
      provider: key.provider,
      environment: key.environment,
      value,
      ...(key.baseUrl ? { baseUrl: key.baseUrl } : {}),
    })
    if (KEY_IS_WRONG.test(verdict)) {
      say(`${headline} Nothing was changed: ${key.name} keeps the value that it has.`)
      return EXIT.failed
    }
  }
  const { reason } = input.options
  const { version, masked } = await server.ask<{ version: number; masked: string }>(
    'POST',
    `/keys/${key.id}/versions`,
    {
      value,
      ...(reason ? { reason } : {}),
    },
  )
  say(`${key.name} is ${masked} from now on, version ${version}.`)
  return EXIT.ok
}
