import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { connect } from './connect.ts'
import { countRows } from './refuse-non-empty.ts'
import { writeBackup } from './write-backup.ts'

const KEPT = 5
const NAME = /^before-.+-\d{8}T\d{9}Z\.backup$/

/**
 * Keeps what an upgrade is about to change, in `backups` of the data folder, and returns the file; undefined where the
 * database holds neither members nor keys. The last five are kept. Give it to `migrate` as `beforeApply`.
 */
export async function backUpBeforeMigrating(
  database: { adminUrl: string; dataDir: string },
  pending: string[],
): Promise<string | undefined> {
  if (!(await holdsSomething(database.adminUrl))) return undefined
  const folder = path.join(database.dataDir, 'backups')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const stamp = new Date().toISOString().replace(/[-:.]/g, '')
  const file = path.join(folder, `before-${pending[0]}-${stamp}.backup`)
  await writeBackup(database.adminUrl, file)
  await keepLatest(folder)
  return file
}

async function holdsSomething(adminUrl: string): Promise<boolean> {
  const client = await connect(adminUrl, 'claviger backup')
  try {
    return (await countRows(client, 'members')) + (await countRows(client, 'keys')) > 0
  } finally {
    await client.end().catch(() => {})
  }
}

async function keepLatest(folder: string): Promise<void> {
  const stampOf = (name: string) => name.slice(-'20261123T000000000Z.backup'.length)
  const names = (await readdir(folder)).filter((name) => NAME.test(name))
  const oldestFirst = names.sort((a, b) => stampOf(a).localeCompare(stampOf(b)))
  for (const name of oldestFirst.slice(0, -KEPT)) await rm(path.join(folder, name), { force: true })
}
