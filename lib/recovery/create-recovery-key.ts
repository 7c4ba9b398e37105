import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { runtime } from '#lib/server/runtime'
import { missing, openRootKey } from '#lib/vault/open-keyring'
import { findSeal } from '#lib/vault/seals/find-seal'
import { makeRecoveryKey, printRecoveryKey } from './recovery-key.ts'
import { wrapForRecovery } from './recovery-wrap.ts'

/**
 * Makes a recovery key and wraps the root keys under it, beside the master key. Returns it as it is to be printed: the
 * only time that it exists outside the reader's hands. An earlier one stops working and has to be confirmed anew.
 */
export async function createRecoveryKey(ctx: Context): Promise<{ printed: string; replaced: boolean }> {
  const grant = await authorize(ctx, 'installation.operate', { subject: { target: TARGET } })
  const rows = await read(grant).rootKey.findMany({ orderBy: { version: 'asc' } })
  const { env } = runtime()
  const seal = await findSeal(env)
  if (!seal) throw missing(env)
  const recoveryKey = makeRecoveryKey()
  const wrapped = await Promise.all(
    rows.map(async (row) => ({
      version: row.version,
      recoveryWrapped: wrapForRecovery(recoveryKey, row.version, await openRootKey(seal, row)),
    })),
  )
  const replaced = rows.some((row) => row.recoveryWrapped)
  await commit(grant, async (tx) => {
    for (const { version, recoveryWrapped } of wrapped) {
      await tx.rootKey.update({ where: { version }, data: { recoveryWrapped, recoveryConfirmedAt: null } })
    }
    const after = { replaced }
    return { result: undefined, event: { target: TARGET, after } }
  })
  const printed = printRecoveryKey(recoveryKey)
  recoveryKey.fill(0)
  return { printed, replaced }
}

const TARGET = { type: 'recovery-key', id: 'recovery-key', name: 'recovery key' }
