import { createHash, randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '#lib/errors'
import { canReach } from './database-user.ts'
import type { SystemUser } from './run-as.ts'

export type DatabaseRole = 'superuser' | 'owner' | 'app'

/** What `database.json` in the data folder keeps about the embedded database; mode 0600, for it holds its passwords. */
export interface ClusterRecord {
  /** PostgreSQL's own folder; relative to the data folder where it lies inside, so that the folder can be moved. */
  cluster: string
  passwords: Record<DatabaseRole, string>
}

const SYSTEM_HOME = '/var/lib/claviger'

/** Where things go that the database's user must reach although it cannot reach the data folder. */
export const sharedHome = (user: SystemUser | undefined, dataDir: string) => (user ? SYSTEM_HOME : dataDir)

/** The record of the data folder's cluster, made on first use. Two first starts at once agree on one. */
export function openClusterRecord(dataDir: string, user: SystemUser | undefined): ClusterRecord {
  const file = path.join(dataDir, 'database.json')
  const record = readClusterRecord(dataDir)
  if (record) return record
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, JSON.stringify(newRecord(dataDir, user), null, 2), { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return openClusterRecord(dataDir, user)
}

/** The record, with `cluster` made absolute; undefined where this data folder has no embedded database yet. */
export function readClusterRecord(dataDir: string): ClusterRecord | undefined {
  const file = path.join(dataDir, 'database.json')
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new AppError('unavailable', `${file} cannot be read by this user; start Claviger as its owner.`, {
      cause: error,
    })
  }
  try {
    const record = JSON.parse(text) as ClusterRecord
    return { ...record, cluster: path.resolve(dataDir, record.cluster) }
  } catch (cause) {
    throw new AppError('unavailable', `${file} is damaged: bring it back from a backup of the data folder.`, { cause })
  }
}

/** A random part keeps a data folder that was deleted and made again from waking up its old database. */
function newRecord(dataDir: string, user: SystemUser | undefined): ClusterRecord {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const outside = path.join(SYSTEM_HOME, `${hash}-${randomBytes(4).toString('hex')}`, 'postgres')
  const password = () => randomBytes(24).toString('base64url')
  return {
    cluster: canReach(user, dataDir) ? 'postgres' : outside,
    passwords: { superuser: password(), owner: password(), app: password() },
  }
}
