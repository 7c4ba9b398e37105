import { access, constants, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Finding, fail, ok, warn } from './finding.ts'

const NAME = 'Data folder'
/** Passing through is needed where the database runs as another user; listing and writing are not. */
const OPEN_FOLDER = 0o066
const OPEN_FILE = 0o077

/** Who may read what lies in the data folder; Windows keeps no such modes. */
export async function checkDataFolder(dataDir: string): Promise<Finding[]> {
  const folder = await stat(dataDir).catch(() => undefined)
  if (!folder) return [warn(NAME, `${dataDir} does not exist yet; npm start makes it.`)]
  if (!folder.isDirectory()) return [fail(NAME, `${dataDir} is not a folder.`)]
  const writable = await access(dataDir, constants.W_OK).then(
    () => true,
    () => false,
  )
  if (!writable) return [fail(NAME, `${dataDir} cannot be written to by this user.`)]
  if (process.platform === 'win32') return [ok(NAME, `${dataDir} can be written to.`)]
  const findings: Finding[] = []
  if (folder.mode & OPEN_FOLDER)
    findings.push(warn(NAME, `Others on this machine may list ${dataDir}. Close it: chmod 711 ${dataDir}`))
  for (const name of (await readdir(dataDir)).filter(holdsSecrets)) {
    const file = path.join(dataDir, name)
    const { mode } = await stat(file)
    if (mode & OPEN_FILE)
      findings.push(
        fail(NAME, `Others on this machine may read ${file}, which holds secrets. Close it: chmod 600 ${file}`),
      )
  }
  return findings.length ? findings : [ok(NAME, `${dataDir} and the secrets in it are their owner's alone.`)]
}

const holdsSecrets = (name: string) => name.startsWith('master.key') || name === 'database.json'
