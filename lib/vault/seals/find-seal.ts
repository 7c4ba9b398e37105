import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Env } from '#lib/env'
import { AppError } from '#lib/errors'
import { KEY_BYTES } from '../aead.ts'
import { keySeal, parseMasterKey } from './key-seal.ts'
import type { Seal } from './seal.ts'

/** The seal that the settings name, else the file in the data folder; null where there is none yet. */
export async function findSeal(env: Env): Promise<Seal | null> {
  if (env.masterKey) return keySeal('env', parseMasterKey(env.masterKey, 'CLAVIGER_MASTER_KEY'))
  if (env.masterKeyFile) {
    const text = await readFile(env.masterKeyFile, 'utf8').catch((cause: unknown) => {
      throw new AppError('unavailable', `CLAVIGER_MASTER_KEY_FILE names ${env.masterKeyFile}, which cannot be read.`, { cause, exitCode: 78 })
    })
    return keySeal('file', parseMasterKey(text, 'CLAVIGER_MASTER_KEY_FILE'))
  }
  const path = masterKeyPath(env)
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (isMissing(cause)) return null
    throw new AppError('unavailable', `The master key ${path} is there but cannot be read. Check who owns it.`, { cause, exitCode: 78 })
  })
  return text === null ? null : keySeal('file', parseMasterKey(text, path))
}

export function masterKeyPath(env: Env): string {
  return join(env.dataDir, 'master.key')
}

/** Makes a master key in the data folder, readable by its owner alone, durable before it is used. Never over an existing file. */
export async function makeFileSeal(env: Env, masterKey: Uint8Array = randomBytes(KEY_BYTES)): Promise<Seal> {
  const path = masterKeyPath(env)
  await mkdir(env.dataDir, { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', 0o600).catch((cause: unknown) => {
    throw new AppError('unavailable', `The master key could not be written to ${path}. Check that the data folder is writable.`, { cause, exitCode: 78 })
  })
  try {
    await file.writeFile(`${Buffer.from(masterKey).toString('base64')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await chmod(path, 0o600)
  return keySeal('file', masterKey)
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
