import type { z } from 'zod'
import { AppError, type FieldError } from '#lib/errors'

/** Parses with the noun's schema; a failure is `invalid` with the path of every field. Messages never repeat what was sent. */
export function parse<T extends z.ZodType>(
  schema: T,
  value: unknown,
  at: 'body' | 'query' | 'path' = 'body',
): z.output<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const errors = result.error.issues.flatMap(fieldErrors)
  const first = errors[0]
  throw new AppError('invalid', `${first ? sentence(first) : 'The request is not valid.'} Nothing was changed.`, {
    errors: errors.map(({ path, message }) => ({ path: path || at, message })),
  })
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'This field is not known.' }))
  }
  return [{ path: issue.path.join('.'), message: issue.message }]
}

function sentence({ path, message }: FieldError): string {
  return `${path ? `${path}: ` : ''}${message.replace(/\.?$/, '.')}`
}
