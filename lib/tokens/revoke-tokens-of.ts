import type { Transaction } from '#lib/access/commit'

/** Part of disabling a member. */
export async function revokeTokensOf(tx: Transaction, memberId: string): Promise<void> {
  await tx.token.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: new Date() } })
}
