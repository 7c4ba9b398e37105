import { authorize } from '#lib/access/authorize'
import type { Context } from '#lib/context'
import type { RootKey } from '#lib/db/generated/client'
import type { Env } from '#lib/env'
import { AppError } from '#lib/errors'
import { runtime } from '#lib/server/runtime'
import { openRootKey } from '#lib/vault/open-keyring'
import { findSeal, masterKeyPath } from '#lib/vault/seals/find-seal'
import type { Seal } from '#lib/vault/seals/seal'
import { nextFileSeal, settleMasterKey } from '#lib/vault/seals/settle-master-key'
import { rewrapRootKeys } from './rewrap-root-keys.ts'

/**
 * Wraps the root keys, which a recovery key has opened, under a master key again: the one that the settings give, else a
 * new file in the data folder. Never over an existing file. Returns the new seal's id.
 */
export async function restoreMasterKey(ctx: Context, rootKeys: ReadonlyMap<number, Uint8Array>): Promise<Seal> {
  const target = { type: 'master-key', id: 'master-key', name: 'master key' }
  const grant = await authorize(ctx, 'installation.operate', { subject: { target } })
  const { env } = runtime()
  const seal = (await settingsSeal(env)) ?? (await nextFileSeal(env))
  await rewrapRootKeys(grant, rootKeys, seal, 'recovery')
  await settleMasterKey(env, seal.id)
  return seal
}

/** `conflict` where the master key is not lost at all, or a file with another one is in the way. */
export async function refuseNeedlessRecovery(env: Env, rows: RootKey[]): Promise<void> {
  const seal = await findSeal(env)
  if (!seal) return
  const opens = await Promise.all(rows.map((row) => openRootKey(seal, row))).then(Boolean, () => false)
  if (opens)
    throw new AppError('conflict', 'The master key is in place and opens the database. There is nothing to recover.')
  if (env.masterKey || env.masterKeyFile) return
  throw new AppError(
    'conflict',
    `${masterKeyPath(env)} is there, but holds another master key. It is never overwritten: move it away first, then repeat this command.`,
  )
}

async function settingsSeal(env: Env): Promise<Seal | null> {
  return env.masterKey || env.masterKeyFile ? findSeal(env) : null
}
