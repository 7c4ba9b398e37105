import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { runtime } from '#lib/server/runtime'
import { missing, openRootKey } from '#lib/vault/open-keyring'
import { findSeal } from '#lib/vault/seals/find-seal'
import { readFileSeal } from '#lib/vault/seals/read-file-seal'
import { nextFileSeal, settleMasterKey } from '#lib/vault/seals/settle-master-key'
import { rewrapRootKeys } from './rewrap-root-keys.ts'

export interface MasterKeyRotation {
  sealId: string
  /** Where the master key of before is kept, where it was a file of the data folder. */
  oldFile: string | null
}

/**
 * Puts the root keys under a new master key. The new file is durable before the database names it, and takes its place
 * afterwards; killed in between, the next start finds which of the two files is meant. A running server is not disturbed.
 * Where the settings give the master key, `newKeyFile` holds the new one and the settings must be changed afterwards.
 */
export async function rotateMasterKey(ctx: Context, newKeyFile?: string): Promise<MasterKeyRotation> {
  const { env } = runtime()
  const target = { type: 'master-key', id: 'master-key', name: 'master key' }
  const grant = await authorize(ctx, 'installation.operate', { subject: { target } })
  const inSettings = Boolean(env.masterKey || env.masterKeyFile)
  if (inSettings !== Boolean(newKeyFile)) throw inSettings ? needsFile() : needsNoFile()
  const rows = await read(grant).rootKey.findMany({ orderBy: { version: 'asc' } })
  const current = await findSeal(env)
  if (!current) throw missing(env)
  const rootKeys = new Map<number, Uint8Array>()
  for (const row of rows) rootKeys.set(row.version, await openRootKey(current, row))
  const next = newKeyFile ? await readFileSeal(newKeyFile) : await nextFileSeal(env)
  if (!next) throw new AppError('invalid', `There is no file ${newKeyFile}. Make one with: openssl rand -base64 32`)
  if (next.id.split(':')[1] === current.id.split(':')[1])
    throw new AppError('invalid', 'The new master key is the same as the old one.')
  await rewrapRootKeys(grant, rootKeys, next, 'rotation')
  return { sealId: next.id, oldFile: await settleMasterKey(env, next.id) }
}

const needsFile = () =>
  new AppError(
    'invalid',
    'The settings give the master key, so the new one has to come from you: openssl rand -base64 32 > FILE, then npx claviger master-key rotate --new-key FILE',
  )

const needsNoFile = () =>
  new AppError(
    'invalid',
    'The master key is a file of the data folder, and the new one is made there: leave out --new-key.',
  )
