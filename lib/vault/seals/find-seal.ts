import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Env } from '#lib/env'
import { AppError } from '#lib/errors'
import { keySeal, parseMasterKey } from './key-seal.ts'
import { readFileSeal } from './read-file-seal.ts'
import type { Seal } from './seal.ts'
import { writeMasterKey } from './write-master-key.ts'

type Settings = Pick<Env, 'dataDir' | 'masterKey' | 'masterKeyFile'>

/** The seal that the settings name, else the file in the data folder; null where there is none yet. */
export async function findSeal(env: Settings): Promise<Seal | null> {
  if (env.masterKey) return keySeal('env', parseMasterKey(env.masterKey, 'CLAVIGER_MASTER_KEY'))
  if (env.masterKeyFile) {
    const text = await readFile(env.masterKeyFile, 'utf8').catch((cause: unknown) => {
      throw new AppError('unavailable', `CLAVIGER_MASTER_KEY_FILE names ${env.masterKeyFile}, which cannot be read.`, {
        cause,
        exitCode: 78,
      })
    })
    return keySeal('file', parseMasterKey(text, 'CLAVIGER_MASTER_KEY_FILE'))
  }
  return readFileSeal(masterKeyPath(env))
}

export function masterKeyPath(env: Pick<Env, 'dataDir'>): string {
  return join(env.dataDir, 'master.key')
}

/** Makes a master key in the data folder, readable by its owner alone, durable before it is used. Never over an existing file. */
export async function makeFileSeal(env: Settings): Promise<Seal> {
  await writeMasterKey(masterKeyPath(env))
  const seal = await findSeal(env)
  if (!seal)
    throw new AppError('unavailable', `The master key ${masterKeyPath(env)} vanished while it was made. Start again.`, {
      exitCode: 78,
    })
  return seal
}
