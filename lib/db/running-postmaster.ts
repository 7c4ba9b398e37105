import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

/** A PostgreSQL that starts this very moment has an empty pid file for an instant. */
const HALF_WRITTEN_MS = 10_000

/**
 * The port of a PostgreSQL that already runs on this cluster: a killed Claviger leaves one behind. A pid file whose
 * process is gone, or is somebody else's by now, is removed, for PostgreSQL itself would refuse to start.
 */
export function runningPostmasterPort(cluster: string): number | undefined {
  const file = path.join(cluster, 'postmaster.pid')
  let lines: string[]
  let ageMs: number
  try {
    lines = readFileSync(file, 'utf8').split('\n')
    ageMs = Date.now() - statSync(file).mtimeMs
  } catch {
    return undefined
  }
  if (!lines[0] && ageMs < HALF_WRITTEN_MS) return undefined
  if (isPostmaster(Number(lines[0]), cluster)) return Number(lines[3]) || undefined
  rmSync(file, { force: true })
  return undefined
}

/** PostgreSQL works in its cluster's folder; where there is no /proc, its name has to be enough. */
function isPostmaster(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    if (process.platform === 'win32') return execFileSync('tasklist', ['/fi', `PID eq ${pid}`]).includes('postgres')
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)]).includes('postgres')
  } catch {
    return false
  }
}
