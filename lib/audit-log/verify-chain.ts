import { authorize } from '#lib/access/authorize'
import { walkChain } from '#lib/audit/walk-chain'
import type { Context } from '#lib/context'
import { runtime } from '#lib/server/runtime'
import type { ChainCheck } from './schema.ts'

/** Recomputes the whole chain and says where it was tampered with, if anywhere. */
export async function verifyChain(ctx: Context): Promise<ChainCheck> {
  await authorize(ctx, 'audit.verify')
  const { db, keyring } = runtime()
  const state = await walkChain(db, keyring.chainKey)
  return { valid: state.badCount === 0 && state.gapCount === 0 && state.headMatches, ...state }
}
