import type { CommandInput } from '../../cli/command.ts'
import { hand } from '../hand.ts'
import { signInAt } from '../sign-in.ts'

export async function run(input: CommandInput): Promise<undefined> {
  const { format, reason, output } = input.options
  const { server, place } = await signInAt(input)
  const body = JSON.stringify({ ...place, reason, ...(format ? { format } : {}) })
  const { text } = await server.send('/export', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })
  hand(text, output)
}
