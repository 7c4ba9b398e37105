import type { CommandInput } from '../../cli/command.ts'
import { print, say } from '../../cli/print.ts'
import { readSecret } from '../../cli/read-secret.ts'
import { type FoundKey, readKeyPlace } from '../find-key.ts'
import { signIn } from '../sign-in.ts'

export async function run(input: CommandInput): Promise<undefined> {
  const { provider, 'base-url': baseUrl, 'expires-at': expiresAt } = input.options
  const place = readKeyPlace(input.words[0] ?? '')
  const server = signIn(input)
  const value = await readSecret('Value')
  const body = { ...place, provider, value, ...(baseUrl ? { baseUrl } : {}), ...(expiresAt ? { expiresAt } : {}) }
  const { id, masked } = await server.ask<FoundKey>('POST', '/keys', body)
  print(id)
  say(`Stored ${place.name} as ${masked}. Test it: claviger test ${id}`)
}
