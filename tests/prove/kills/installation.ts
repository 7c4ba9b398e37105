import type { ChildProcess } from 'node:child_process'
import { Client } from 'pg'
import { type ClusterRecord, readClusterRecord } from '#lib/db/cluster-record'
import { ROLE_NAMES } from '#lib/db/create-roles'
import { runningPostmasterPort } from '#lib/db/running-postmaster'
import { endOf, readyAddress, spawnServer } from '../../support/app.ts'
import { postmasterPid } from '../../support/data-folder.ts'

/** One run of the server on a data folder, from its first moment. */
export interface Running {
  child: ChildProcess
  baseUrl: string
  logs(): string
  settings: Record<string, string>
  /** Resolves when it says that it is ready; fails with what it printed. */
  ready: Promise<unknown>
}

export async function launch(dataDir: string): Promise<Running> {
  const running = await spawnServer({ dataDir })
  const ready = readyAddress(running.child, running.logs)
  ready.catch(() => {})
  return { ...running, ready }
}

/** SIGKILL to the process alone, or to PostgreSQL too. */
export async function killAll(running: Running, dataDir: string, withDatabase: boolean): Promise<void> {
  const cluster = withDatabase ? readClusterRecord(dataDir)?.cluster : undefined
  const postmaster = cluster && postmasterPid(cluster)
  running.child.kill('SIGKILL')
  if (postmaster) killIfThere(postmaster)
  await endOf(running.child, 'SIGKILL')
}

export const stopCleanly = (running: Running): Promise<void> => endOf(running.child, 'SIGTERM')

/** Asks the data folder's running database directly; undefined where it does not answer (yet). */
export async function lookInside<T extends object>(
  dataDir: string,
  sql: string,
  { role = 'owner', database = 'claviger' }: { role?: keyof ClusterRecord['passwords']; database?: string } = {},
): Promise<T[] | undefined> {
  const record = readClusterRecord(dataDir)
  const port = record && runningPostmasterPort(record.cluster)
  if (!record || !port) return undefined
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: ROLE_NAMES[role],
    password: record.passwords[role],
    database,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query<T>(sql)).rows
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => {})
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
