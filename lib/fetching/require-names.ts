import { AppError } from '#lib/errors'
import type { Asked } from './fetch-values.ts'
import { requireVariableNames } from './write-values.ts'

/**
 * Of what somebody reaches, what they asked for. `not_found` where that is not all there; `invalid` for a name that the
 * form asked for cannot say: both before anything is opened.
 */
export function requireNames<K extends { name: string }>(
  reached: K[],
  { names, format = 'json' }: Pick<Asked, 'names' | 'format'>,
): K[] {
  const asked = names ? reached.filter(({ name }) => names.includes(name)) : reached
  if (names && asked.length < names.length)
    throw new AppError(
      'not_found',
      'Not all of the keys that were asked for are here, or not all are shared with you. Nothing was opened.',
    )
  if (format !== 'json') requireVariableNames(asked.map(({ name }) => name))
  return asked
}
