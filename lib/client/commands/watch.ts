import { spawn } from 'node:child_process'
import type { CommandInput } from '../../cli/command.ts'
import { say } from '../../cli/print.ts'
import { followValues } from '../follow-values.ts'
import { namesOf, signInAt } from '../sign-in.ts'

export async function run(input: CommandInput): Promise<undefined> {
  const { server, place } = await signInAt(input)
  const [program = '', ...args] = input.command
  const told = { isFirst: true }
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  await followValues(server, {
    wanted: { place, names: namesOf(input) },
    // No tag is this one: the first answer comes at once and says what there is.
    known: '"none"',
    signal: stop.signal,
    opens: false,
    onChange: async () => {
      if (told.isFirst) {
        told.isFirst = false
        return say(`Watching ${place.project}/${place.environment} at ${server.url}.`)
      }
      say(`${place.project}/${place.environment} changed: running ${program}.`)
      const code = await runOnce(program, args)
      if (code !== 0) say(`${program} ended with ${code}. Watching goes on.`)
    },
    onOutage: (reason) => say(`${reason} Watching goes on.`),
    onRecovery: () => say('Claviger answers again.'),
  })
}

function runOnce(program: string, args: string[]): Promise<number | string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit' })
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) => resolve(signal ?? code ?? 1))
  })
}
