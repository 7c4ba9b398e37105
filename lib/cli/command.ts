import type { ParseArgsConfig } from 'node:util'

/** One command of `npx claviger`, as `--help` describes it. Its code is loaded only when it runs. */
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
  /** What the first of them is, for whoever leaves it out. */
  wordIs?: string
  load(): Promise<{ run(input: CommandInput): Promise<number | undefined> }>
}

export interface CommandInput {
  options: Record<string, string | undefined>
  words: string[]
}
