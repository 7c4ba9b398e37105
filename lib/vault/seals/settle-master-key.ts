import { link, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Env } from '#lib/env'
import { AppError } from '#lib/errors'
import { masterKeyPath } from './find-seal.ts'
import { readFileSeal } from './read-file-seal.ts'
import type { Seal } from './seal.ts'
import { syncFolder, writeMasterKey } from './write-master-key.ts'

type Folder = Pick<Env, 'dataDir' | 'masterKey' | 'masterKeyFile'>

/** A new master key beside the one in force, durable before anything is sealed under it; one left by a killed command is used. */
export async function nextFileSeal(env: Folder): Promise<Seal> {
  await writeMasterKey(nextPath(env))
  const seal = await readFileSeal(nextPath(env))
  if (!seal)
    throw new AppError(
      'conflict',
      'Somebody else is replacing the master key at this moment. Nothing of yours was kept; retry.',
    )
  return seal
}

/**
 * Puts the file `master.key.new` in its place when the database was sealed under it, be it right after the rewrap or at
 * the next start, when the command was killed in between. Returns the name under which the old file is kept, or null.
 */
export async function settleMasterKey(env: Folder, sealId: string): Promise<string | null> {
  if (env.masterKey || env.masterKeyFile) return null
  const [current, next] = await Promise.all([
    readFileSeal(masterKeyPath(env)),
    readFileSeal(nextPath(env)).catch(() => null),
  ])
  if (!next || !isSameKey(next.id, sealId) || (current && isSameKey(current.id, sealId))) return null
  const kept = current ? `${masterKeyPath(env)}.${new Date().toISOString().replace(/[-:.]/g, '')}.old` : null
  // Linked, not renamed: there is no moment without a master.key, and two that settle at once lose nothing.
  if (kept) await link(masterKeyPath(env), kept)
  await rename(nextPath(env), masterKeyPath(env)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await syncFolder(dirname(masterKeyPath(env)))
  return kept
}

/** The same 32 bytes, wherever they are kept. */
function isSameKey(a: string, b: string): boolean {
  return a.split(':')[1] === b.split(':')[1]
}

const nextPath = (env: Folder) => `${masterKeyPath(env)}.new`
