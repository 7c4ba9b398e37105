import type { Rotation as RotationRow } from '#lib/db/generated/client'
import type { Verdict } from '#lib/providers/verdict'
import type { Rotation } from './schema.ts'

export function toRotation(row: RotationRow): Rotation {
  const { id, keyId, reason, fromVersion, toVersion, differences } = row
  return {
    id,
    keyId,
    state: row.state as Rotation['state'],
    by: row.memberName,
    reason,
    fromVersion,
    toVersion,
    overlapEndsAt: row.overlapEndsAt?.toISOString() ?? null,
    test: { id: row.testId, verdict: row.testVerdict as Verdict, headline: row.testHeadline },
    differences,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}
