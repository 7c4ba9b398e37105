import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'

export interface FreshDatabase {
  appUrl: string
  adminUrl: string
  drop(): Promise<void>
}

/** A migrated database of the caller's own, copied from the run's template in a few dozen milliseconds. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { superuserUrl, ownerUrl, appUrl } = inject('database')
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(superuserUrl, `CREATE DATABASE ${name} TEMPLATE claviger OWNER claviger_owner STRATEGY file_copy`)
  return {
    appUrl: appUrl + name,
    adminUrl: ownerUrl + name,
    drop: () => administer(superuserUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

/** A database with nothing in it, for what starts from nothing: migrations, restore. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  const { superuserUrl, ownerUrl, appUrl } = inject('database')
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(superuserUrl, `CREATE DATABASE ${name} OWNER claviger_owner`)
  return {
    appUrl: appUrl + name,
    adminUrl: ownerUrl + name,
    drop: () => administer(superuserUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

async function administer(superuserUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: `${superuserUrl}postgres` })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
