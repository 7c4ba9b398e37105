import { readdir } from 'node:fs/promises'
import type { Client } from 'pg'
import type { Env } from '#lib/env'
import { isAppError } from '#lib/errors'
import { missing, openRootKey } from '#lib/vault/open-keyring'
import { findSeal } from '#lib/vault/seals/find-seal'
import { type Finding, fail, ok, warn } from './finding.ts'

const NAME = 'Master key'

interface Row {
  version: number
  sealId: string
  wrapped: Uint8Array<ArrayBuffer>
  check: string
  canary: Uint8Array<ArrayBuffer>
  recovery: 'none' | 'made' | 'confirmed'
}

/** Opens every root key and its canary, without keeping anything, and looks at what a loss of the master key would mean. */
export async function checkMasterKey(client: Client, env: Env): Promise<Finding[]> {
  const { rows: tables } = await client.query("SELECT to_regclass('public.root_keys') IS NOT NULL AS there")
  const rows = tables[0]?.there ? await readRows(client) : []
  try {
    const seal = await findSeal(env)
    if (rows.length === 0)
      return [
        warn(
          NAME,
          seal
            ? 'Nothing is sealed yet; the first start uses the master key that is there.'
            : 'There is none yet; the first start makes it.',
        ),
      ]
    if (!seal) throw missing(env)
    for (const row of rows) await openRootKey(seal, row)
    return [
      ok(NAME, `The master key opens the database (${seal.id}).`),
      checkRecovery(rows),
      ...(await checkOldFiles(env)),
    ]
  } catch (error) {
    if (!isAppError(error)) throw error
    return [fail(NAME, error.message)]
  }
}

async function readRows(client: Client): Promise<Row[]> {
  const { rows } = await client.query<Row>(`
    SELECT version, seal_id AS "sealId", wrapped, "check", canary,
           CASE WHEN recovery_wrapped IS NULL THEN 'none' WHEN recovery_confirmed_at IS NULL THEN 'made' ELSE 'confirmed' END AS recovery
      FROM root_keys ORDER BY version`)
  return rows
}

function checkRecovery(rows: Row[]): Finding {
  const check = 'Recovery key'
  if (rows.some(({ recovery }) => recovery === 'none')) {
    return warn(
      check,
      'None was made: if the master key is lost, every value is lost. Make one: npx claviger recovery-key',
    )
  }
  if (rows.some(({ recovery }) => recovery === 'made')) {
    return warn(check, 'It was made, but nobody confirmed to have kept it: npx claviger recovery-key confirm')
  }
  return ok(check, 'Somebody confirmed to have kept it.')
}

async function checkOldFiles(env: Env): Promise<Finding[]> {
  const names = await readdir(env.dataDir).catch(() => [])
  const old = names.filter((name) => /^master\.key\..+\.old$/.test(name))
  if (old.length === 0) return []
  return [
    warn('Old master key', `${old.join(', ')} is still kept. Delete it when no backup made before its date is left.`),
  ]
}
