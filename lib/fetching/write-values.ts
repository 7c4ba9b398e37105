import { parseEnv } from 'node:util'
import { invalid } from '#lib/errors'
import { parseDotenv } from '#lib/imports/parse-dotenv'
import type { FetchedValues } from './schema.ts'

type Values = FetchedValues['values']

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/
const PLAIN = /^[\w.:/@+=,-]+$/

/**
 * Values as assignments: `dotenv` for files that programs read, `shell` for `eval`. `invalid` where a name is no name of
 * a variable, or where no kind of quotes holds a value: then nothing may be written, for half a file is worse than none.
 */
export function writeValues(values: Values, format: 'dotenv' | 'shell'): string {
  const write = format === 'shell' ? shellLine : dotenvLine
  return Object.entries(values)
    .map(([name, { value }]) => `${write(name, value)}\n`)
    .join('')
}

/** Before anything is opened: what cannot be written in this form is refused while nothing has left. */
export function requireVariableNames(names: string[]): void {
  const unfit = names.filter((name) => !VARIABLE.test(name))
  if (unfit.length > 0)
    throw invalid('format', `${unfit.join(', ')} cannot be a variable. Ask for JSON, or leave it out with names=.`)
}

function shellLine(name: string, value: string): string {
  return `export ${name}='${value.replaceAll("'", "'\\''")}'`
}

/** The first form that the readers in use, Node's and ours, read back to the very value. */
function dotenvLine(name: string, value: string): string {
  const forms = [
    ...(PLAIN.test(value) ? [value] : []),
    `'${value}'`,
    `"${value}"`,
    `"${value.replaceAll('\n', '\\n')}"`,
    `\`${value}\``,
  ]
  const form = forms.find((each) => readsBack(`${name}=${each}\n`, name, value))
  if (form === undefined)
    throw invalid('format', `The value of ${name} holds what no .env can say. Ask for JSON, or for shell.`)
  return `${name}=${form}`
}

function readsBack(text: string, name: string, value: string): boolean {
  const [entry, ...more] = parseDotenv(text)
  const byNode = parseEnv(text)
  return (
    more.length === 0 &&
    entry?.name === name &&
    entry.value === value &&
    byNode[name] === value &&
    Object.keys(byNode).length === 1
  )
}
