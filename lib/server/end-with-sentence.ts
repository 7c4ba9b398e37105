import { isAppError } from '#lib/errors'

/**
 * Ends the process over an error. A known one is its sentence; of any other only the kind and the place are printed,
 * for its message may hold a value.
 */
export function endWithSentence(error: unknown): never {
  if (isAppError(error)) {
    console.error(error.message)
    process.exit(error.exitCode ?? 1)
  }
  const { name = 'Error', code = '', stack = '' } = error as { name?: string; code?: string; stack?: string }
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line))
  console.error(
    [`Claviger stopped because of an error that it did not expect: ${name} ${code}`.trim(), ...places].join('\n'),
  )
  process.exit(1)
}
