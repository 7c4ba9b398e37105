import { parseArgs } from 'node:util'
import { AppError } from '#lib/errors'
import type { Command, CommandInput, Program } from './command.ts'
import { helpFor, overview } from './print-help.ts'

export type Parsed = { text: string } | { version: true } | { command: Command; input: CommandInput }

/** The exit code of a command line that cannot be understood. */
export const EXIT_USAGE = 2

/** Finds out what was asked for; throws a sentence with exit code 2 where that is not possible. */
export function parseCommand(program: Program, all: string[]): Parsed {
  const [args, behind] = splitAt(all, '--')
  const asksHelp = args.includes('--help') || args.includes('-h') || args[0] === 'help'
  const words = args.filter((arg) => !arg.startsWith('-') && arg !== 'help')
  const command = findCommand(program, words)
  if (asksHelp || args.length === 0)
    return { text: command ? helpFor(program, command) : (helpForGroup(program, words[0]) ?? overview(program)) }
  if (args[0] === '--version' || args[0] === '-v') return { version: true }
  if (!command) throw unknownCommand(program, words)
  return { command, input: readInput(program, command, args, behind) }
}

/** The longest name that the words begin with. */
function findCommand({ commands }: Program, words: string[]): Command | undefined {
  const given = words.join(' ')
  const matches = commands.filter(({ name }) => `${given} `.startsWith(`${name} `))
  return matches.sort((a, b) => b.name.length - a.name.length)[0]
}

function helpForGroup(program: Program, word: string | undefined): string | undefined {
  const group = word ? program.commands.filter(({ name }) => name.startsWith(`${word} `)) : []
  return group.length ? group.map((command) => helpFor(program, command)).join('\n\n') : undefined
}

function readInput(program: Program, command: Command, args: string[], behind: string[] | null): CommandInput {
  const usage = `Usage: ${program.call} ${`${command.name} ${command.usage}`.trim()}`
  const parsed = parse(command, args, usage)
  const words = parsed.positionals.slice(command.name.split(' ').length)
  const options = Object.fromEntries(Object.entries(parsed.values).filter(([, value]) => typeof value === 'string'))
  const flags = new Set(Object.keys(parsed.values).filter((name) => parsed.values[name] === true))
  const missing = command.required?.find((name) => !options[name])
  if (missing) throw misuse(`--${missing} is missing. ${usage}`)
  const expected = command.words ?? 0
  if (words.length < expected) throw misuse(`${command.wordIs ?? 'The name of the file'} is missing. ${usage}`)
  const most = expected + (command.optionalWords ?? 0)
  if (words.length > most) throw misuse(`"${words[most]}" is one word too many. ${usage}`)
  if (command.takesCommand && !behind?.length) throw misuse(`Write the command to run after --. ${usage}`)
  if (!command.takesCommand && behind) throw misuse(`Nothing belongs after -- here. ${usage}`)
  return { options: options as Record<string, string>, flags, words, command: behind ?? [] }
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

function splitAt(args: string[], mark: string): [string[], string[] | null] {
  const at = args.indexOf(mark)
  return at < 0 ? [args, null] : [args.slice(0, at), args.slice(at + 1)]
}

function unknownCommand({ call, commands }: Program, words: string[]): AppError {
  const group = commands.filter(({ name }) => name.startsWith(`${words[0]} `)).map(({ name }) => name)
  if (group.length) return misuse(`"${words.join(' ')}" is not a command. There are: ${group.join(', ')}.`)
  return misuse(`There is no command "${words.join(' ')}". See: ${call} --help`)
}

const misuse = (sentence: string, cause?: unknown) => new AppError('invalid', sentence, { cause, exitCode: EXIT_USAGE })
