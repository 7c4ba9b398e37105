import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { AppError } from '#lib/errors'
import { runAs, type SystemUser } from './run-as.ts'

/** Everything that PostgreSQL's programs need to know about one cluster. */
export interface Cluster {
  folder: string
  /** PostgreSQL's `bin`, `lib` and `share`. */
  binaries: string
  user: SystemUser | undefined
  logFile: string
  /** False in tests only: trades safety against power loss for speed. */
  durable: boolean
}

const LOG_LIMIT_BYTES = 10 * 1024 * 1024

/** Small: a handful of people and jobs. Statements and parameters hold secrets, so none is ever logged. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '32MB',
  work_mem: '8MB',
  maintenance_work_mem: '32MB',
  io_method: 'sync',
  jit: 'off',
  max_worker_processes: '2',
  max_logical_replication_workers: '0',
  max_parallel_workers_per_gather: '0',
  autovacuum_max_workers: '1',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
}
const FAST_BUT_FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Makes the cluster, whole or not at all: it grows under another name and takes its own when it is complete. */
export async function createCluster(cluster: Cluster, superuser: string, password: string): Promise<void> {
  if (existsSync(cluster.folder)) return
  const partial = `${cluster.folder}.${randomBytes(6).toString('hex')}`
  const passwordFile = `${partial}.password`
  mkdirSync(path.dirname(cluster.folder), { recursive: true, mode: 0o711 })
  try {
    mkdirSync(partial, { mode: 0o700 })
    writeFileSync(passwordFile, password, { mode: 0o600 })
    if (cluster.user) for (const item of [partial, passwordFile]) chownSync(item, cluster.user.uid, cluster.user.gid)
    const { code, output } = await runAs(cluster.user, program(cluster, 'initdb'), [
      `--pgdata=${partial}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      ...(cluster.durable ? [] : ['--no-sync']),
    ])
    if (code !== 0) throw new AppError('unavailable', `The embedded database could not be made: ${lastLine(output)}`)
    renameSync(partial, cluster.folder)
  } catch (error) {
    // Another first start may have been faster; its cluster is as good.
    if (!existsSync(cluster.folder)) throw error
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(partial, { recursive: true, force: true })
  }
}

/** Starts PostgreSQL on `port`, in a session of its own, so that Ctrl-C reaches Claviger first. */
export async function startPostgres(cluster: Cluster, port: number): Promise<void> {
  const options = Object.entries({ ...SETTINGS, ...(cluster.durable ? {} : FAST_BUT_FORGETFUL), port })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
  const log = openLog(cluster.logFile)
  try {
    const args = ['start', '-w', '-t', '120', '-D', cluster.folder, '-o', options]
    const { code } = await runAs(cluster.user, program(cluster, 'pg_ctl'), args, ['ignore', log, log])
    if (code !== 0) {
      throw new AppError('unavailable', `The embedded database did not start; ${cluster.logFile} says why.`)
    }
  } finally {
    closeSync(log)
  }
}

/** Stops PostgreSQL fast: open transactions are rolled back, everything acknowledged is on disk. */
export async function stopPostgres(cluster: Cluster): Promise<void> {
  const { code, output } = await runAs(cluster.user, program(cluster, 'pg_ctl'), [
    'stop',
    '-w',
    '-t',
    '60',
    '-m',
    'fast',
    '-D',
    cluster.folder,
  ])
  if (code !== 0 && existsSync(path.join(cluster.folder, 'postmaster.pid'))) {
    throw new AppError('unavailable', `The embedded database did not stop: ${lastLine(output)}`)
  }
}

/** Refuses a cluster of another major version with a sentence; PostgreSQL itself would only fill its log. */
export function checkMajorVersion(cluster: Cluster): void {
  const found = readFileSync(path.join(cluster.folder, 'PG_VERSION'), 'utf8').trim()
  if (found === '18') return
  throw new AppError(
    'unavailable',
    `The embedded database was made by PostgreSQL ${found}, and this version of Claviger brings 18: restore a backup into an empty data folder.`,
  )
}

const program = (cluster: Cluster, name: string) =>
  path.join(cluster.binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

const lastLine = (output: string) => output.split('\n').at(-1) ?? ''

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.old`)
  const log = openSync(file, 'a', 0o600)
  chmodSync(file, 0o600)
  return log
}
