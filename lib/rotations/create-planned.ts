import type { Transaction } from '#lib/access/commit'
import type { Rotation } from '#lib/db/generated/client'
import { newId } from '#lib/ids'
import { runRotation } from '#lib/jobs/run-rotation'

interface Planned {
  key: { id: string; projectId: string; environmentId: string; version: number }
  by: { memberId: string | null; memberName: string }
  overlapHours: number
  reason: string | null
  rehearse: boolean
  emergency: boolean
}

/** A rotation that the queue carries on, from now on. Where one of the key is open, the database refuses it. */
export async function createPlanned(tx: Transaction, { key, by, ...how }: Planned): Promise<Rotation> {
  const row = await tx.rotation.create({
    data: {
      id: newId('rot'),
      keyId: key.id,
      projectId: key.projectId,
      environmentId: key.environmentId,
      ...by,
      ...how,
      mode: 'automatic',
      state: 'planned',
      fromVersion: key.version,
      openKeyId: key.id,
      // Due at once, whatever the two clocks say.
      nextAt: new Date(0),
    },
  })
  await runRotation(row.id, tx)
  return row
}
