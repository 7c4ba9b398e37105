import { z } from 'zod'
import type { Prisma } from '#lib/db/generated/client'
import { decodeCursor, encodeCursor } from '#lib/list/cursor'
import type { ListKeysQuery } from './schema.ts'

type Where = Prisma.KeyWhereInput
type Field = 'name' | 'createdAt' | 'expiresAt'
type Direction = 'asc' | 'desc'
type Row = Record<'id' | 'name', string> & { createdAt: Date; expiresAt: Date | null }

/** One order of the list: ties go by id, and a key without expiry counts as expiring last. */
export function keyOrder(sort: ListKeysQuery['sort']) {
  const direction: Direction = sort.startsWith('-') ? 'desc' : 'asc'
  const field = sort.replace('-', '') as Field
  return {
    orderBy: [{ [field]: direction }, { id: direction }] as Prisma.KeyOrderByWithRelationInput[],
    after: (cursor: string | undefined): Where => (cursor ? after(field, direction, readCursor(cursor, sort)) : {}),
    cursorOf: (row: Row) => encodeCursor([sort, plain(row[field]), row.id]),
  }
}

function plain(value: string | Date | null): string | null {
  return value instanceof Date ? value.toISOString() : value
}

interface Position {
  value: string | null
  id: string
}

/** A cursor belongs to one order: in another it would skip keys. */
function readCursor(cursor: string, sort: string): Position {
  const [of, value, id] = decodeCursor(cursor, 3)
  const isSound = of === sort && typeof id === 'string' && typeof value !== 'number'
  const isMoment = sort.endsWith('name') || value === null || z.iso.datetime().safeParse(value).success
  if (!isSound || !isMoment) decodeCursor('', 3)
  return { value: value as string | null, id: id as string }
}

function after(field: Field, direction: Direction, { value, id }: Position): Where {
  const beyond = direction === 'asc' ? 'gt' : 'lt'
  const tied = { [field]: value, id: { [beyond]: id } }
  if (value === null) return direction === 'asc' ? tied : { OR: [tied, { [field]: { not: null } }] }
  const further = { [field]: { [beyond]: value } }
  if (field === 'expiresAt') return { OR: [tied, further, ...(direction === 'asc' ? [{ expiresAt: null }] : [])] }
  // The first condition alone is an index range; the second only settles ties.
  return { AND: [{ [field]: { [`${beyond}e`]: value } }, { OR: [tied, further] }] }
}
