import { type Client, escapeIdentifier } from 'pg'
import { AppError } from '#lib/errors'

export const QUEUE_SCHEMA = 'pgboss'
/** The form of the queue's tables that the installed pg-boss works with; a test holds it against the package. */
export const QUEUE_VERSION = 46

/**
 * Brings the queue's tables to this version. They are made by the role that migrates, for the app role may create
 * nothing; what is in them can be lost without loss, so no backup holds them. pg-boss is loaded only to change them.
 */
export async function migrateQueue(admin: Client): Promise<void> {
  const found = await queueVersion(admin)
  if (found === QUEUE_VERSION) return
  if (found !== undefined && found > QUEUE_VERSION) {
    throw new AppError(
      'conflict',
      `The job queue in the database was made by a newer version of Claviger (${found} is not known here). Start that version, or drop the schema ${QUEUE_SCHEMA}: the next start makes it again.`,
    )
  }
  const { getConstructionPlans, getMigrationPlans } = await import('pg-boss')
  const script =
    found === undefined
      ? getConstructionPlans(QUEUE_SCHEMA, { createSchema: !(await hasSchema(admin)) })
      : getMigrationPlans(QUEUE_SCHEMA, found)
  await admin.query(script).catch(async (cause: unknown) => {
    await admin.query('ROLLBACK')
    throw new AppError('unavailable', `The job queue could not be made: ${await whatIsWrong(admin, cause)}`, { cause })
  })
}

/** Undefined where there is no queue yet. */
export async function queueVersion(client: Pick<Client, 'query'>): Promise<number | undefined> {
  const { rows: tables } = await client.query(`SELECT to_regclass('${QUEUE_SCHEMA}.version') AS name`)
  if (!tables[0]?.name) return undefined
  const { rows } = await client.query<{ version: number }>(`SELECT version FROM ${QUEUE_SCHEMA}.version`)
  return rows[0]?.version
}

/** Somebody who may not create schemas can be given one that is there already. */
async function hasSchema(admin: Client): Promise<boolean> {
  const { rows } = await admin.query(`SELECT to_regnamespace('${QUEUE_SCHEMA}') IS NOT NULL AS there`)
  return rows[0]?.there === true
}

async function whatIsWrong(admin: Client, cause: unknown): Promise<string> {
  const { code, message } = (cause ?? {}) as { code?: string; message?: string }
  if (code !== '42501') return message ?? 'unknown reason'
  const { rows } = await admin.query<{ name: string }>('SELECT current_user AS name')
  const role = escapeIdentifier(rows[0]?.name ?? '')
  return `this role may not create a schema. Let an administrator run: CREATE SCHEMA ${QUEUE_SCHEMA} AUTHORIZATION ${role}`
}
