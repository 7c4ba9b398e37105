import type { Transaction } from '#lib/access/commit'
import type { Rotation } from '#lib/db/generated/client'
import { createPlanned } from './create-planned.ts'

/** Who said that the key is compromised while a rotation of it was open, and why. */
export interface FollowUp {
  memberId: string | null
  memberName: string
  reason: string | null
}

/** Begins the rotation that waited for this one to end: in the transaction in which it ends. */
export async function beginFollowUp(tx: Transaction, { keyId, followUp }: Rotation): Promise<void> {
  if (!followUp) return
  const { reason, ...by } = followUp as unknown as FollowUp
  const key = await tx.key.findUniqueOrThrow({ where: { id: keyId } })
  await createPlanned(tx, { key, by, reason, overlapHours: 0, rehearse: false, emergency: true })
}
