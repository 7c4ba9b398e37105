import type { Transaction } from '#lib/access/commit'
import { endSessionsOf } from '#lib/sessions/end-sessions'

/** A new password ends every session but the one that asks for it. */
export async function setPassword(tx: Transaction, memberId: string, passwordHash: string, exceptSession?: string) {
  await tx.member.update({ where: { id: memberId }, data: { passwordHash } })
  await endSessionsOf(tx, memberId, exceptSession)
}
