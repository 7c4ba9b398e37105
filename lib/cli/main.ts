/** `npx claviger`, once Node.js 24 runs it. Answers go to standard output, everything said about them to standard error. */

import { clientCommands } from '#lib/client/commands'
import { EXIT_CODES } from '#lib/client/exit-codes'
import { AppError } from '#lib/errors'
import { endWithSentence } from '#lib/server/end-with-sentence'
import type { Program } from './command.ts'
import { operatorCommands } from './commands.ts'
import { parseCommand } from './parse-command.ts'
import { print } from './print.ts'

const program: Program = {
  call: 'npx claviger',
  commands: [...operatorCommands, ...clientCommands],
  about: `Down to audit verify they work on the machine itself, whether the server is up or down, and take the same settings as
npm start: DATABASE_URL, CLAVIGER_DATA_DIR, CLAVIGER_MASTER_KEY or CLAVIGER_MASTER_KEY_FILE and the rest.
From login on they ask a server, this one or another. ${EXIT_CODES}`,
}

try {
  const parsed = parseCommand(program, process.argv.slice(2))
  if ('text' in parsed) print(parsed.text)
  else if ('version' in parsed) print(await productVersion())
  else process.exitCode = (await (await parsed.command.load()).run(parsed.input)) ?? 0
} catch (error) {
  endWithSentence(error instanceof Error ? error : new AppError('unavailable', String(error)))
}

async function productVersion(): Promise<string> {
  const { version } = await import('../../package.json', { with: { type: 'json' } }).then((module) => module.default)
  return version
}
