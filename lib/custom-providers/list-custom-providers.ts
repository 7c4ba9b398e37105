import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { CustomProvider } from './schema.ts'

/** Few by nature, so all at once, by name. */
export async function listCustomProviders(grant: Grant): Promise<CustomProvider[]> {
  const rows = await read(grant).customProvider.findMany({ orderBy: { name: 'asc' }, take: 500 })
  return rows.map((row) => CustomProvider.parse(row))
}
