/** `npx claviger`, once Node.js 24 runs it. Answers go to standard output, everything said about them to standard error. */
import { AppError } from '#lib/errors'
import { endWithSentence } from '#lib/server/end-with-sentence'
import { parseCommand } from './parse-command.ts'
import { print } from './print.ts'

try {
  const parsed = parseCommand(process.argv.slice(2))
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
