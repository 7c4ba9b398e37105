import type { Key } from '#lib/keys/schema'

export interface MatrixRow {
  name: string
  /** By environment slug; an environment without the key is missing. */
  cells: Map<string, Key>
}

/** Keys of one project, gathered by name, in the order of their names. */
export function matrixRows(keys: Key[]): MatrixRow[] {
  const rows = new Map<string, MatrixRow>()
  for (const key of keys) {
    const row = rows.get(key.name) ?? { name: key.name, cells: new Map() }
    row.cells.set(key.environment, key)
    rows.set(key.name, row)
  }
  return [...rows.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'))
}
