import type { Command } from './command.ts'
import { commands } from './commands.ts'

/** All commands, a line each. */
export function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return `Usage: npx claviger COMMAND

${lines.join('\n')}

They work on the machine itself, whether the server is up or down, and take the same settings as npm start:
DATABASE_URL, CLAVIGER_DATA_DIR, CLAVIGER_MASTER_KEY or CLAVIGER_MASTER_KEY_FILE and the rest.
More about one: npx claviger COMMAND --help. Version: npx claviger --version`
}

export function helpFor({ name, usage, summary, details }: Command): string {
  return `Usage: npx claviger ${`${name} ${usage}`.trim()}

${summary}

${details}`
}
