import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { PrismaClient, RootKey } from '#lib/db/generated/client'
import type { Env } from '#lib/env'
import { AppError } from '#lib/errors'
import { aadOf, decrypt, encrypt, KEY_BYTES } from './aead.ts'
import { type Keyring, makeKeyring } from './keyring.ts'
import { purposeKey } from './purposes.ts'
import { rootKeyCheck } from './root-key-check.ts'
import { findSeal, makeFileSeal } from './seals/find-seal.ts'
import type { Seal } from './seals/seal.ts'
import { settleMasterKey } from './seals/settle-master-key.ts'

const CANARY = Buffer.from('claviger canary: the root key is right')
/** sysexits EX_CONFIG. */
const EXIT_WRONG_KEY = 78

type Db = Pick<PrismaClient, 'rootKey' | '$transaction' | '$executeRaw'>

/**
 * Opens the root keys with the installation's seal, and proves them before anything is served. Makes a master key only
 * where nothing was ever sealed. Wrong key, missing key, damaged row: four sentences, and nothing is written.
 */
export async function openKeyring({ env, db }: { env: Env; db: Db }): Promise<Keyring> {
  const rows = await db.rootKey.findMany({ orderBy: { version: 'asc' } })
  if (rows[0]) await settleMasterKey(env, rows[0].sealId)
  const found = await findSeal(env)
  if (rows.length === 0) {
    const seal = found ?? (await makeFileSeal(env))
    const rootKey = await createRootKey(db, seal)
    return makeKeyring(seal.id, new Map([[1, rootKey]]))
  }
  if (!found) throw missing(env)
  const rootKeys = new Map<number, Uint8Array>()
  for (const row of rows) rootKeys.set(row.version, await openRootKey(found, row))
  return makeKeyring(found.id, rootKeys)
}

/** Two replicas may start at once: the lock lets one make the root key, the other opens it. */
async function createRootKey(db: Db, seal: Seal): Promise<Uint8Array> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('claviger.root-key'))`
    const existing = await tx.rootKey.findUnique({ where: { version: 1 } })
    if (existing) return openRootKey(seal, existing)
    const rootKey = randomBytes(KEY_BYTES)
    const row = await wrapRootKey(seal, 1, rootKey)
    await tx.rootKey.create({ data: row })
    return rootKey
  })
}

/** The row that keeps a root key under a seal. */
export async function wrapRootKey(seal: Seal, version: number, rootKey: Uint8Array) {
  return {
    version,
    sealId: seal.id,
    wrapped: new Uint8Array(await seal.wrap(rootKey, aadOfRoot(version))),
    check: rootKeyCheck(rootKey),
    canary: new Uint8Array(encrypt(purposeKey(rootKey, 'canary'), CANARY, aadOfRoot(version))),
  }
}

export async function openRootKey(
  seal: Seal,
  row: Pick<RootKey, 'version' | 'sealId' | 'wrapped' | 'check' | 'canary'>,
): Promise<Uint8Array> {
  const rootKey = await seal.unwrap(row.wrapped, aadOfRoot(row.version)).catch((cause: unknown) => {
    if (seal.id.split(':')[1] === row.sealId.split(':')[1]) throw damaged(row.version, cause)
    throw wrong(row.sealId, seal.id, cause)
  })
  verifyRootKey(rootKey, row)
  return rootKey
}

export function verifyRootKey(rootKey: Uint8Array, row: Pick<RootKey, 'version' | 'check' | 'canary'>): void {
  const check = Buffer.from(rootKeyCheck(rootKey))
  const expected = Buffer.from(row.check)
  if (check.length !== expected.length || !timingSafeEqual(check, expected)) throw damaged(row.version)
  try {
    decrypt(purposeKey(rootKey, 'canary'), row.canary, aadOfRoot(row.version))
  } catch (cause) {
    throw damaged(row.version, cause)
  }
}

function aadOfRoot(version: number): Buffer {
  return aadOf(['root-key', version])
}

function wrong(expected: string, given: string, cause: unknown): AppError {
  return new AppError(
    'unavailable',
    `This is the wrong master key: the stored keys were sealed under ${expected}, the one given is ${given}. Nothing was changed. Start again with the right master key, or bring it back with: npx claviger recovery-key restore`,
    { cause, exitCode: EXIT_WRONG_KEY },
  )
}

function damaged(version: number, cause?: unknown): AppError {
  return new AppError(
    'unavailable',
    `The row of root key ${version} is damaged, though the master key is the right one. Nothing was changed. Restore the database from a backup.`,
    {
      cause,
      exitCode: EXIT_WRONG_KEY,
    },
  )
}

export function missing(env: Env): AppError {
  return new AppError(
    'unavailable',
    `The master key is missing: ${env.dataDir}/master.key is not there, and the database holds keys that were sealed. No new one was made, because it could not open them. Bring the file back, or use: npx claviger recovery-key restore`,
    { exitCode: EXIT_WRONG_KEY },
  )
}
