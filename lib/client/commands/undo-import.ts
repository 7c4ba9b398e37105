import type { CommandInput } from '../../cli/command.ts'
import { say } from '../../cli/print.ts'
import { signIn } from '../sign-in.ts'

export async function run(input: CommandInput): Promise<undefined> {
  const path = `/imports/${encodeURIComponent(input.words[0] ?? '')}/reversal`
  const { deleted, restored } = await signIn(input).ask<{ deleted: number; restored: number }>('POST', path, {})
  say(`Taken back: ${deleted} deleted, ${restored} with the value before again.`)
}
