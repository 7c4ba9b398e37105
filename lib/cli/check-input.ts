import type { z } from 'zod'
import { AppError } from '#lib/errors'

/** Checks what came in on the command line with the same schema as the API; throws one sentence that says what to change. */
export function checkInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const { path, message } = result.error.issues[0] ?? { path: [], message: 'The input is not valid.' }
  throw new AppError('invalid', path.length ? `${path.join('.')}: ${message}` : message)
}
