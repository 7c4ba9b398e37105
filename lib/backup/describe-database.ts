import { readFile } from 'node:fs/promises'
import type { Client } from 'pg'
import { type BackupHeader, FORMAT } from './schema.ts'

/** What the head of a backup says about where it comes from. */
export async function describeDatabase(client: Client): Promise<BackupHeader> {
  const { rows: servers } = await client.query<{ server_version: string }>('SHOW server_version')
  const { rows: migrations } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  const { rows: rootKeys } = await client.query<BackupHeader['rootKeys'][number]>(
    `SELECT version, seal_id AS "sealId", "check", recovery_wrapped IS NOT NULL AS recovery FROM root_keys ORDER BY version`,
  )
  return {
    product: 'claviger',
    format: FORMAT,
    version: await productVersion(),
    postgres: servers[0]?.server_version ?? '',
    createdAt: new Date().toISOString(),
    migrations: migrations.map(({ name }) => name),
    rootKeys,
  }
}

async function productVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
