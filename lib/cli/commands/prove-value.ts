import { AppError } from '#lib/errors'
import { proveValue, SALT } from '#lib/value-proofs/prove-value'
import type { CommandInput } from '../command.ts'
import { print } from '../print.ts'

const LIMIT_BYTES = 64 * 1024

/** Says nothing of what it was given but the code and the class of the length: people paste values where names belong. */
export async function run({ options, words }: CommandInput): Promise<undefined> {
  const { salt = '' } = options
  if (!SALT.test(salt))
    throw misuse('--salt must be the salt as the step “key” gave it: letters from a to f and digits.')
  const [name = ''] = words
  const value = name === '-' ? await readInput() : Object.hasOwn(process.env, name) ? process.env[name] : undefined
  if (value === undefined)
    throw misuse(
      'There is no environment variable of that name here. Give the name, or - to read standard input; never the value itself.',
    )
  if (value === '') throw misuse('The value is empty, so there is nothing to compare.')
  print(proveValue(value, salt))
}

/** As it comes: a line break at its end is what the comparison may be about. */
async function readInput(): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk)
    size += chunk.length
    if (size > LIMIT_BYTES) throw misuse('Standard input is far too long for a value.')
  }
  return Buffer.concat(chunks).toString('utf8')
}

const misuse = (sentence: string) => new AppError('invalid', sentence, { exitCode: 2 })
