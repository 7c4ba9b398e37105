import type { Grant } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import { wrapRootKey } from '#lib/vault/open-keyring'
import type { Seal } from '#lib/vault/seals/seal'

/** Wraps every root key under another seal, all in one transaction; the values themselves are not touched. */
export async function rewrapRootKeys(
  grant: Grant,
  rootKeys: ReadonlyMap<number, Uint8Array>,
  seal: Seal,
  by: 'rotation' | 'recovery',
): Promise<void> {
  const rows = await read(grant).rootKey.findMany({
    select: { version: true, sealId: true },
    orderBy: { version: 'asc' },
  })
  const wrapped = await Promise.all([...rootKeys].map(([version, rootKey]) => wrapRootKey(seal, version, rootKey)))
  await commit(
    grant,
    async (tx) => {
      for (const row of wrapped) {
        const sealId = rows.find(({ version }) => version === row.version)?.sealId
        await tx.rootKey.update({
          where: { version: row.version, sealId },
          data: { sealId: row.sealId, wrapped: row.wrapped },
        })
      }
      const target = { type: 'master-key', id: seal.id, name: 'master key' }
      return {
        result: undefined,
        event: { target, before: { sealId: rows[0]?.sealId }, after: { sealId: seal.id, by } },
      }
    },
    'Somebody else replaced the master key at the same moment. Nothing of yours was kept; look again and retry.',
  )
}
