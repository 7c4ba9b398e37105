import { Client, escapeLiteral } from 'pg'
import type { DatabaseRole } from './cluster-record.ts'

export const ROLE_NAMES: Record<DatabaseRole, string> = {
  superuser: 'claviger_superuser',
  owner: 'claviger_owner',
  app: 'claviger_app',
}

/** Two that start at the same first moment make the roles one after the other. */
const ROLES_LOCK = 0x436c617652

/**
 * The roles of the embedded database: the owner holds the tables and migrates them, the app works with their rows. Run
 * at every start, so that a first start that was killed half-way is finished by the next.
 */
export async function createRoles(superuserUrl: string, passwords: Record<DatabaseRole, string>): Promise<void> {
  const client = new Client({ connectionString: superuserUrl })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT pg_advisory_lock($1)', [ROLES_LOCK])
    for (const role of ['owner', 'app'] as const) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [ROLE_NAMES[role]])
      if (rowCount) continue
      await client.query(`CREATE ROLE ${ROLE_NAMES[role]} LOGIN PASSWORD ${escapeLiteral(passwords[role])}`)
    }
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'claviger'")
    if (!rowCount) await client.query(`CREATE DATABASE claviger OWNER ${ROLE_NAMES.owner}`)
    await client.query('REVOKE ALL ON DATABASE claviger FROM PUBLIC')
    await client.query(`GRANT CONNECT ON DATABASE claviger TO ${ROLE_NAMES.app}`)
  } finally {
    await client.end().catch(() => {})
  }
}
