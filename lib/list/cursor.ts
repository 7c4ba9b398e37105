import { z } from 'zod'
import { AppError } from '#lib/errors'

/** `?limit=&cursor=` of every list. */
export const ListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
})

/** `{ items, nextCursor }` of every list. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

/** A cursor is the sort values of the last row, opaque to callers. */
export function encodeCursor(values: (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every(
        (value) => value === null || (typeof value === 'string' && !value.includes('\0')) || typeof value === 'number',
      )
    )
      return values
  } catch {}
  throw new AppError('invalid', 'This cursor is not one of ours. Start the list again without it.', {
    errors: [{ path: 'cursor', message: 'Not a cursor of this list.' }],
  })
}
