import { type Client, escapeIdentifier } from 'pg'
import { QUEUE_SCHEMA } from './migrate-queue.ts'

/** The chain of audit events is written by functions of the owner; the app itself may only read it. */
const READ_ONLY = ['audit_events', 'audit_heads', '_prisma_migrations']

/**
 * Lets the role of `appUrl` work with the rows of every table, and no more: it owns nothing, so it can neither change
 * the schema nor what is read-only. Does nothing where one role does both jobs, as in a database of the operator's own
 * without DATABASE_ADMIN_URL.
 */
export async function grantAppRole(admin: Client, appUrl: string): Promise<void> {
  const name = decodeURIComponent(new URL(appUrl).username)
  const { rows } = await admin.query('SELECT current_user AS name')
  if (!name || rows[0]?.name === name) return
  const role = escapeIdentifier(name)
  const { rows: tables } = await admin.query<{ tablename: string }>(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user",
  )
  const grants = tables.map(({ tablename }) => {
    const table = `public.${escapeIdentifier(tablename)}`
    const rights = READ_ONLY.includes(tablename) ? 'SELECT' : 'SELECT, INSERT, UPDATE, DELETE'
    return `REVOKE ALL ON ${table} FROM ${role}; GRANT ${rights} ON ${table} TO ${role};`
  })
  await admin.query(`BEGIN;
    GRANT USAGE ON SCHEMA public TO ${role};
    ${grants.join('\n')}
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${role};
    GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
    COMMIT`)
}
