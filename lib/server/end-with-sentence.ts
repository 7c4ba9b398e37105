import { isAppError } from '#lib/errors'

/** Ends the process over an error, with its sentence where it is a known one. */
export function endWithSentence(error: unknown): never {
  console.error(isAppError(error) ? error.message : `Claviger stopped because of ${describeUnexpected(error)}`)
  process.exit(isAppError(error) ? (error.exitCode ?? 1) : 1)
}

/** The kind and the place of an error that nobody expected; not its message, which may hold a value. */
export function describeUnexpected(error: unknown): string {
  const { name = 'Error', code = '', stack = '' } = (error ?? {}) as { name?: string; code?: string; stack?: string }
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return [`an error that it did not expect: ${name} ${code}`.trim(), ...places].join('\n')
}
