import type { FieldValues, Path, UseFormSetError } from 'react-hook-form'
import { Problem } from './request.ts'

/** Puts a refusal where it belongs: under its fields where the answer names them, else over the form. What was typed stays. */
export function showProblem<T extends FieldValues>(
  error: unknown,
  setError: UseFormSetError<T>,
  fields: readonly Path<T>[],
): void {
  if (!(error instanceof Problem)) throw error
  const known = error.errors.filter(({ path }) => (fields as readonly string[]).includes(path))
  for (const { path, message } of known) setError(path as Path<T>, { message })
  if (known.length === 0) setError('root', { message: error.message })
}
