import { isRecord } from '#lib/providers/read-error'
import type { KeyCall, ListedKey, MintedKey } from './key-api.ts'

/** A call with a JSON body. */
export function jsonCall(method: KeyCall['method'], path: string, body: unknown): KeyCall {
  return { method, path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** A call with a form, as older APIs take it. */
export function formCall(method: KeyCall['method'], path: string, fields: Record<string, string>): KeyCall {
  return {
    method,
    path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  }
}

/** What stands at a path of fields: `at(json, 'data', 'id')`. */
export function at(json: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((value, field) => (isRecord(value) ? value[field] : undefined), json)
}

/** Text that is not empty; a number counts, as ids are numbers at some. */
export function textAt(json: unknown, ...path: string[]): string | null {
  const value = at(json, ...path)
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}

/** A moment in any of the forms in which providers write one: ISO-8601, RFC 2822, seconds. */
export function momentAt(json: unknown, ...path: string[]): string | null {
  const value = at(json, ...path)
  const date = typeof value === 'number' ? new Date(value * 1000) : typeof value === 'string' ? new Date(value) : null
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : null
}

/** Every entry of a list, or null where one of them has no id: a list that is not understood proves nothing. */
export function keysOf(
  list: unknown,
  read: (entry: unknown) => Omit<ListedKey, 'id'> & { id: string | null },
): ListedKey[] | null {
  if (!Array.isArray(list)) return null
  const keys = list.map(read).flatMap(({ id, ...rest }) => (id === null ? [] : [{ id, ...rest }]))
  return keys.length === list.length ? keys : null
}

/** What was made, or null where the answer lacks its id or its value. */
export function mintedKey(id: string | null, value: string | null, expiresAt: string | null): MintedKey | null {
  return id && value ? { id, value, expiresAt } : null
}

/** The cursor of lists that count: null once a page was not full. */
export function nextOffset(found: number, cursor: string | null, pageSize: number): string | null {
  return found < pageSize ? null : String(Number(cursor ?? 0) + pageSize)
}

/** The same where pages are numbered, from `first` on. */
export function nextPage(found: number, cursor: string | null, pageSize: number, first: number): string | null {
  return found < pageSize ? null : String(Number(cursor ?? first) + 1)
}

/** What is shown of a value, `sk-abc...xyz1` or with stars: its start and its end. */
export function shownIn(masked: string | null): ListedKey['shown'] {
  const [, start, end] = /^([^.*•…]+)(?:\.{2,}|\*+|•+|…)([^.*•…]+)$/u.exec(masked ?? '') ?? []
  return start && end ? { start, end } : undefined
}

/** The one key whose shown start and end are this value's; null where none fits, or more than one. */
export function byShown(value: string, listed: readonly ListedKey[]): string | null {
  const fitting = listed.filter(
    ({ shown }) => shown && shown.end.length >= 3 && value.startsWith(shown.start) && value.endsWith(shown.end),
  )
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null
}
