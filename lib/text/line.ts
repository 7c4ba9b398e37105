import { z } from 'zod'

/** One line that a person typed: trimmed, without control characters, broken surrogates or marks that turn the reading order. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1, 'This may not be empty.')
    .max(max, `This may have up to ${max} characters.`)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, 'This may not hold control characters.')
}
