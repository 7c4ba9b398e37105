import type { Client } from 'pg'
import { type Finding, fail, ok } from './finding.ts'

const NAME = 'Database'
const OLDEST = 15

export async function checkDatabase(client: Client, embedded: boolean): Promise<Finding> {
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
  const version = rows[0]?.server_version.split(' ')[0] ?? 'unknown'
  if (Number.parseInt(version, 10) < OLDEST)
    return fail(NAME, `PostgreSQL ${version} is too old; Claviger needs ${OLDEST} or newer.`)
  return ok(NAME, `PostgreSQL ${version} answers (${embedded ? 'embedded' : 'from DATABASE_URL'}).`)
}
