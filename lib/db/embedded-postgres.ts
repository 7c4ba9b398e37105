import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { AppError } from '#lib/errors'
import { type Cluster, checkMajorVersion, createCluster, startPostgres } from './cluster.ts'
import { type ClusterRecord, type DatabaseRole, openClusterRecord, sharedHome } from './cluster-record.ts'
import { createRoles, ROLE_NAMES } from './create-roles.ts'
import { databaseUser } from './database-user.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { prepareDataFolder } from './prepare-data-folder.ts'
import { runningPostmasterPort } from './running-postmaster.ts'

/** A cluster that runs, ready for connections. */
export interface RunningPostgres {
  cluster: Cluster
  port: number
  /** A connection string for one of the three roles; `superuser` is for administration only. */
  url(role: DatabaseRole, database?: string): string
}

const RECOVERY_LIMIT_MS = 120_000

/**
 * Makes sure that the data folder's PostgreSQL runs: makes the cluster on first use, adopts one that is running already
 * (a killed Claviger leaves it behind), starts it otherwise. `port` asks for the port it had before.
 */
export async function runEmbeddedPostgres(
  dataDir: string,
  { durable = true, port }: { durable?: boolean; port?: number } = {},
): Promise<RunningPostgres> {
  const user = databaseUser()
  await prepareDataFolder(dataDir)
  const record = openClusterRecord(dataDir, user)
  const cluster: Cluster = {
    folder: record.cluster,
    binaries: await postgresBinaries(user, sharedHome(user, dataDir)),
    user,
    logFile: path.join(dataDir, 'postgres.log'),
    durable,
  }
  await createCluster(cluster, ROLE_NAMES.superuser, record.passwords.superuser)
  checkMajorVersion(cluster)
  const openPort = await ensurePostgres(cluster, record, port)
  await createRoles(urlOf(record, openPort, 'superuser', 'postgres'), record.passwords)
  return { cluster, port: openPort, url: (role, database = 'claviger') => urlOf(record, openPort, role, database) }
}

/** Adopts or starts, as often as it takes: two starts at once, a taken port and a long recovery all end well. */
async function ensurePostgres(cluster: Cluster, record: ClusterRecord, wantedPort?: number): Promise<number> {
  const deadline = Date.now() + RECOVERY_LIMIT_MS
  let failure: unknown
  for (let starts = 0; Date.now() < deadline; await sleep(50)) {
    const port = runningPostmasterPort(cluster.folder)
    if (port) {
      failure = await connectionFailure(urlOf(record, port, 'superuser', 'postgres'))
      if (!failure) return port
    } else if (starts++ < 3) {
      failure = await startPostgres(cluster, wantedPort ?? (await freePort())).catch((error) => error)
    } else break
  }
  if (failure instanceof AppError) throw failure
  throw new AppError('unavailable', `The embedded database does not answer; ${cluster.logFile} may say why.`, {
    cause: failure,
  })
}

async function connectionFailure(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return undefined
  } catch (error) {
    return error
  } finally {
    await client.end().catch(() => {})
  }
}

function urlOf(record: ClusterRecord, port: number, role: DatabaseRole, database: string): string {
  return `postgresql://${ROLE_NAMES[role]}:${record.passwords[role]}@127.0.0.1:${port}/${database}`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
