import { runtime } from '#lib/server/runtime'
import { requireJobs } from './require-jobs.ts'

const MOST_AT_A_TIME = 200

/** Sends the rotations to the queue that are due and that nobody carries on. */
export async function sendDueRotations(): Promise<void> {
  const due = await runtime().db.$queryRaw<{ id: string }[]>`
    SELECT id FROM rotations
    WHERE open_key_id IS NOT NULL AND mode = 'automatic' AND NOT needs_person AND next_at <= now()
      AND (lease_until IS NULL OR lease_until < now())
    ORDER BY next_at LIMIT ${MOST_AT_A_TIME}`
  if (due.length === 0) return
  await requireJobs().send(
    'rotations.run',
    due.map(({ id }) => ({ data: { rotationId: id }, key: id })),
  )
  requireJobs().wake('rotations.run')
}
