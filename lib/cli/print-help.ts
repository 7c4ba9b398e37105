import type { Command, Program } from './command.ts'

/** All commands, a line each. */
export function overview({ call, commands, about }: Program): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return `Usage: ${call} COMMAND

${lines.join('\n')}

${about}
More about one: ${call} COMMAND --help. Version: ${call} --version`
}

export function helpFor({ call }: Program, { name, usage, summary, details }: Command): string {
  return `Usage: ${call} ${`${name} ${usage}`.trim()}

${summary}

${details}`
}
