import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Client } from 'pg'
import { AppError } from '#lib/errors'
import { backupFrames } from './backup-frames.ts'
import { connect } from './connect.ts'
import type { BackupSummary } from './schema.ts'

/**
 * Writes everything in the database, as it stood at one moment, into one file: whole and durable, or not at all. Values
 * are in it as ciphertext; the master key is not. `conflict` where the file exists, `unavailable` where it cannot be written.
 */
export async function writeBackup(adminUrl: string, file: string): Promise<BackupSummary> {
  const client = await connect(adminUrl, 'claviger backup')
  try {
    return await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY').then(() => writeWhole(client, file))
  } finally {
    await client.end().catch(() => {})
  }
}

async function writeWhole(client: Client, file: string): Promise<BackupSummary> {
  const partial = `${file}.partial`
  await refuseExisting(file)
  try {
    await rm(partial, { force: true })
    let summary: BackupSummary | undefined
    const frames = backupFrames(client, (done) => {
      summary = done
    })
    const sink = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true })
    await pipeline(Readable.from(frames, { objectMode: false }), createGzip(), sink)
    if (!summary) throw new Error('the backup has no end')
    await rename(partial, file)
    await syncFolder(path.dirname(file))
    return summary
  } catch (cause) {
    await rm(partial, { force: true })
    const message = `The backup was not written to ${file}: ${reasonOf(cause)}. Nothing was left behind.`
    throw new AppError('unavailable', message, { cause })
  }
}

async function refuseExisting(file: string): Promise<void> {
  const found = await open(file, 'r').catch(() => undefined)
  if (!found) return
  await found.close()
  throw new AppError('conflict', `${file} is there already. Choose another name; a backup is never overwritten.`)
}

/** So that the new name itself survives a power loss. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT') return 'its folder does not exist'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'this user may not write there'
  if (code === 'ENOSPC') return 'the disk is full'
  return cause instanceof Error ? cause.message : 'unknown reason'
}
