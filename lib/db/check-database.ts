import { Client } from 'pg'
import { AppError } from '#lib/errors'

const OLDEST_VERSION = 15

/**
 * Connects once to a database of the operator's own and says in a sentence, which never holds the password, what is
 * wrong with it: unreachable, refused, or older than PostgreSQL 15.
 */
export async function checkDatabase(setting: 'DATABASE_URL' | 'DATABASE_ADMIN_URL', url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  let version: number
  try {
    await client.connect()
    const { rows } = await client.query('SHOW server_version_num')
    version = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
  } catch (cause) {
    throw new AppError('unavailable', `${setting}: ${whatIsWrong(url, cause)}`, { cause })
  } finally {
    await client.end().catch(() => {})
  }
  if (version >= OLDEST_VERSION) return
  throw new AppError(
    'unavailable',
    `${setting}: the database is PostgreSQL ${version}; Claviger needs ${OLDEST_VERSION} or newer.`,
  )
}

function whatIsWrong(url: string, cause: unknown): string {
  const { hostname, port, pathname, username } = new URL(url)
  const place = `${hostname}:${port || 5432}`
  const code = (cause as { code?: string }).code ?? (cause as { errors?: { code?: string }[] }).errors?.[0]?.code
  if (code === '28P01' || code === '28000')
    return `PostgreSQL at ${place} refuses the user ${username} or its password.`
  if (code === '3D000') return `there is no database ${pathname.slice(1)} at ${place}; create it first.`
  if (code === '53300') return `PostgreSQL at ${place} has no connection left.`
  if (code === '57P03') return `PostgreSQL at ${place} is still starting; try again in a moment.`
  return `the database at ${place} is not reachable (${code ?? 'no answer'}). Check the address, and that PostgreSQL runs there.`
}
