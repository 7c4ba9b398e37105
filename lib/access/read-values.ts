import type { Grant } from './authorize.ts'
import { statement } from './statement.ts'
import { together } from './together.ts'

/** Hours in which a program may still hold the version before, where nothing else was said. */
export const OVERLAP_HOURS = 24

/** A version of a key, still sealed. */
export interface SealedVersion {
  keyId: string
  number: number
  state: string
  sealed: Uint8Array
}

const READ = `
  SELECT key_id AS "keyId", number, state::text AS state, sealed FROM key_versions
  WHERE key_id = ANY($1::text[])
    AND (state = 'current' OR (state = 'previous'
      AND coalesce(overlap_ends_at, retired_at + interval '${OVERLAP_HOURS} hours') > now()))`

/** The versions of many keys that programs may hold: the current ones, and those that gave way within the overlap. */
export function readValues(_grant: Grant, keyIds: string[]): Promise<SealedVersion[]> {
  return readTogether(keyIds)
}

const readTogether = together(
  async (asked: string[][]) => {
    const rows = await statement<SealedVersion>('read_values', READ, [[...new Set(asked.flat())]])
    const byKey = Map.groupBy(rows, ({ keyId }) => keyId)
    return asked.map((keyIds) => keyIds.flatMap((id) => byKey.get(id) ?? []))
  },
  { atOnce: 2 },
)
