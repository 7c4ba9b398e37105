import { randomBytes } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '#lib/errors'

/** Makes the data folder and proves that it can be written to; throws a sentence where it cannot. */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  // As root the database runs as another user, who must be able to pass through; every file in it is its owner's alone.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  const probe = path.join(dataDir, `.probe-${randomBytes(6).toString('hex')}`)
  try {
    await mkdir(dataDir, { recursive: true, mode })
    await writeFile(probe, 'x')
  } catch (cause) {
    throw new AppError('unavailable', sentenceFor(dataDir, (cause as NodeJS.ErrnoException).code), { cause })
  } finally {
    await rm(probe, { force: true }).catch(() => {})
  }
}

function sentenceFor(dataDir: string, code = 'unknown error'): string {
  if (code === 'ENOSPC' || code === 'EDQUOT') return `The disk that holds the data folder ${dataDir} is full.`
  if (code === 'ENOTDIR' || code === 'EEXIST') return `The data folder ${dataDir} is a file, or lies below one.`
  return `The data folder ${dataDir} cannot be written to (${code}). Change its owner, or set CLAVIGER_DATA_DIR to another folder.`
}
