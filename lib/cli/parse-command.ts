import { parseArgs } from 'node:util'
import { AppError } from '#lib/errors'
import type { Command, CommandInput } from './command.ts'
import { commands } from './commands.ts'
import { helpFor, overview } from './print-help.ts'

export type Parsed = { text: string } | { version: true } | { command: Command; input: CommandInput }

/** The exit code of a command line that cannot be understood. */
export const EXIT_USAGE = 2

/** Finds out what was asked for; throws a sentence with exit code 2 where that is not possible. */
export function parseCommand(args: string[]): Parsed {
  const asksHelp = args.includes('--help') || args.includes('-h') || args[0] === 'help'
  const words = args.filter((arg) => !arg.startsWith('-') && arg !== 'help')
  const command = findCommand(words)
  if (asksHelp || args.length === 0)
    return { text: command ? helpFor(command) : (helpForGroup(words[0]) ?? overview()) }
  if (args[0] === '--version' || args[0] === '-v') return { version: true }
  if (!command) throw unknownCommand(words)
  return { command, input: readInput(command, args) }
}

/** The longest name that the words begin with. */
function findCommand(words: string[]): Command | undefined {
  const given = words.join(' ')
  const matches = commands.filter(({ name }) => `${given} `.startsWith(`${name} `))
  return matches.sort((a, b) => b.name.length - a.name.length)[0]
}

function helpForGroup(word: string | undefined): string | undefined {
  const group = word ? commands.filter(({ name }) => name.startsWith(`${word} `)) : []
  return group.length ? group.map(helpFor).join('\n\n') : undefined
}

function readInput(command: Command, args: string[]): CommandInput {
  const usage = `Usage: npx claviger ${`${command.name} ${command.usage}`.trim()}`
  const parsed = parse(command, args, usage)
  const words = parsed.positionals.slice(command.name.split(' ').length)
  const options = parsed.values as Record<string, string | undefined>
  const missing = command.required?.find((name) => !options[name])
  if (missing) throw misuse(`--${missing} is missing. ${usage}`)
  const expected = command.words ?? 0
  if (words.length < expected) throw misuse(`${command.wordIs ?? 'The name of the file'} is missing. ${usage}`)
  if (words.length > expected) throw misuse(`"${words[expected]}" is one word too many. ${usage}`)
  return { options, words }
}

function parse(command: Command, args: string[], usage: string) {
  try {
    return parseArgs({ args, options: command.options ?? {}, allowPositionals: true, strict: true })
  } catch (cause) {
    const option = args.find((arg) => arg.startsWith('-') && !command.options?.[arg.replace(/^--|=.*/g, '')])
    throw misuse(
      option ? `There is no option ${option.split('=')[0]} here. ${usage}` : `An option lacks its value. ${usage}`,
      cause,
    )
  }
}

function unknownCommand(words: string[]): AppError {
  const group = commands.filter(({ name }) => name.startsWith(`${words[0]} `)).map(({ name }) => name)
  if (group.length) return misuse(`"${words.join(' ')}" is not a command. There are: ${group.join(', ')}.`)
  return misuse(`There is no command "${words.join(' ')}". See: npx claviger --help`)
}

const misuse = (sentence: string, cause?: unknown) => new AppError('invalid', sentence, { cause, exitCode: EXIT_USAGE })
