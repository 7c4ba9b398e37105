import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Client } from 'pg'
import { type ClusterRecord, readClusterRecord } from '#lib/db/cluster-record'
import { runningPostmasterPort } from '#lib/db/running-postmaster'

/** Every row of every table, as PostgreSQL writes it as text; columns of bytes in hexadecimal. */
export async function dumpTables(dataDir: string): Promise<string> {
  const { cluster, passwords } = readClusterRecord(dataDir) as ClusterRecord
  const port = runningPostmasterPort(cluster) ?? 0
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'claviger_owner',
    password: passwords.owner,
    database: 'claviger',
  })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)
    texts.push(`${name}:`, ...rows.map(({ row }) => row))
  }
  await client.end()
  return texts.join('\n')
}

/** The files below a folder, but for those that are secrets themselves. */
export function readFiles(folder: string): [name: string, content: Buffer][] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => !/^(master\.key|database\.json)/.test(name) && statSync(path.join(folder, name)).isFile())
    .map((name) => [name, readFileSync(path.join(folder, name))])
}

/** A backup's frames, out of their gzip. */
export const openBackup = (file: string): Buffer => gunzipSync(readFileSync(file))
