/** `claviger`, as it is installed from a server: the client alone, in one file. */
import { isAppError } from '#lib/errors'
import type { Program } from '../cli/command.ts'
import { parseCommand } from '../cli/parse-command.ts'
import { print, say } from '../cli/print.ts'
import { clientCommands } from './commands.ts'
import { EXIT, EXIT_CODES } from './exit-codes.ts'

/** Written in when the package is made. */
declare const CLAVIGER_VERSION: string

// Whoever reads only the start of it, as `head` does, ends it.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.failed),
)

const program: Program = { call: 'claviger', commands: clientCommands, about: EXIT_CODES }

try {
  const parsed = parseCommand(program, process.argv.slice(2))
  if ('text' in parsed) print(parsed.text)
  else if ('version' in parsed) print(CLAVIGER_VERSION)
  else process.exitCode = (await (await parsed.command.load()).run(parsed.input)) ?? EXIT.ok
} catch (error) {
  // What nobody expected is told by its kind alone: messages of libraries may quote what they were given.
  say(
    isAppError(error)
      ? error.message
      : `claviger stopped because of an error that it did not expect: ${(error as Error)?.name}`,
  )
  process.exitCode = (isAppError(error) && error.exitCode) || EXIT.failed
}
