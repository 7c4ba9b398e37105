import { decodeCursor, encodeCursor } from './cursor.ts'

/** The place in a list that is ordered by time, then id. */
export interface Moment {
  at: string
  id: string
}

export function encodeMoment(at: Date | string, id: string): string {
  return encodeCursor([new Date(at).toISOString(), id])
}

/** Null without a cursor; `invalid` for one that is not of such a list. */
export function decodeMoment(cursor: string | undefined): Moment | null {
  if (cursor === undefined) return null
  const [at, id] = decodeCursor(cursor, 2)
  if (typeof at === 'string' && MOMENT.test(at) && !Number.isNaN(Date.parse(at)) && typeof id === 'string')
    return { at, id }
  return decodeCursor('', 2) && null
}

/** As `encodeMoment` writes it: nothing that a database might read otherwise. */
const MOMENT = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
