import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readClusterRecord } from '#lib/db/cluster-record'

const SYSTEM_HOME = '/var/lib/claviger'

/** An empty data folder; mode 0711 lets the database's user pass through it as root, 0700 does not. */
export function makeDataFolder(mode = 0o711): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'claviger-data-'))
  chmodSync(folder, mode)
  return folder
}

/** Kills whatever PostgreSQL still runs for the folder, and removes everything that it made, here and elsewhere. */
export function removeDataFolder(folder: string): void {
  const cluster = existsSync(folder) ? readClusterRecord(folder)?.cluster : undefined
  if (cluster) {
    const pid = postmasterPid(cluster)
    if (pid) spawnSync('kill', ['-9', String(pid)])
    if (cluster.startsWith(`${SYSTEM_HOME}/`)) rmSync(path.dirname(cluster), { recursive: true, force: true })
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

export function postmasterPid(cluster: string): number | undefined {
  const file = path.join(cluster, 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
}
