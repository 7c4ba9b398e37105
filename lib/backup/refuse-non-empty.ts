import type { Client } from 'pg'
import { AppError } from '#lib/errors'

const COUNTED = ['members', 'projects', 'keys', 'root_keys', 'audit_events'] as const

/** Refuses, with what is there, unless nothing was ever kept in this database. */
export async function refuseNonEmpty(client: Client): Promise<void> {
  const found: string[] = []
  for (const table of COUNTED) {
    const rows = await countRows(client, table)
    if (rows > 0) found.push(`${table.replace('_', ' ')} (${rows})`)
  }
  if (found.length === 0) return
  throw new AppError(
    'conflict',
    `This database is not empty: it holds ${found.join(', ')}. Nothing was restored. Set CLAVIGER_DATA_DIR to a new folder, or DATABASE_URL to an empty database.`,
  )
}

/** 0 where the table does not exist yet. */
export async function countRows(client: Client, table: (typeof COUNTED)[number]): Promise<number> {
  const { rows } = await client.query("SELECT to_regclass('public.' || $1) IS NOT NULL AS there", [table])
  if (!rows[0]?.there) return 0
  const { rows: counts } = await client.query<{ count: string }>(`SELECT count(*) FROM public.${table}`)
  return Number(counts[0]?.count)
}
