import { randomBytes } from 'node:crypto'
import { link, mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '#lib/errors'
import { KEY_BYTES } from '../aead.ts'

/**
 * Makes a master key in a file, readable by its owner alone: whole and durable under its name, or not there at all. A
 * file that exists already is left as it is, and stands: two first starts at once agree on one key.
 */
export async function writeMasterKey(path: string): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeDurably(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`)
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await syncFolder(dirname(path))
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `The master key could not be written to ${path}. Check that the data folder is writable.`,
      {
        cause,
        exitCode: 78,
      },
    )
  } finally {
    await rm(draft, { force: true })
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.chmod(0o600)
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** So that a new name survives a power loss; Windows has no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close()
}
