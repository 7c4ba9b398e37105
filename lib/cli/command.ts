import type { ParseArgsConfig } from 'node:util'

/** A program of commands: the one on the machine itself, or the client that is installed elsewhere. */
export interface Program {
  /** How it is called: `npx claviger`. */
  call: string
  commands: Command[]
  /** What `--help` says after the list. */
  about: string
}

/** One command, as `--help` describes it. Its code is loaded only when it runs. */
export interface Command {
  /** As typed: `admin create`. */
  name: string
  /** What follows the name: `--email E`. */
  usage: string
  summary: string
  /** What `--help` adds, in lines of at most 100 characters. */
  details: string
  options?: NonNullable<ParseArgsConfig['options']>
  /** Options that must be given. */
  required?: string[]
  /** How many words follow besides options. */
  words?: number
  /** How many more may follow. */
  optionalWords?: number
  /** Whether everything behind `--` is a command line of its own. */
  takesCommand?: boolean
  /** What the first of them is, for whoever leaves it out. */
  wordIs?: string
  load(): Promise<{ run(input: CommandInput): Promise<number | undefined> }>
}

export interface CommandInput {
  options: Record<string, string | undefined>
  /** Options without a value that were given. */
  flags: ReadonlySet<string>
  words: string[]
  /** What stands behind `--`. */
  command: string[]
}
