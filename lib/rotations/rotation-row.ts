import type { Rotation as RotationRow } from '#lib/db/generated/client'
import type { Verdict } from '#lib/providers/verdict'
import type { Rotation } from './schema.ts'

export function toRotation(row: RotationRow): Rotation {
  const { id, keyId, rehearse, emergency, reason, fromVersion, toVersion, differences, problem, needsPerson } = row
  const { testId, testVerdict, testHeadline } = row
  return {
    id,
    keyId,
    mode: row.mode as Rotation['mode'],
    state: row.state as Rotation['state'],
    rehearse,
    emergency,
    followUp: row.followUp !== null,
    by: row.memberName,
    reason,
    fromVersion,
    toVersion,
    overlapEndsAt: row.overlapEndsAt?.toISOString() ?? null,
    test: testId && testHeadline ? { id: testId, verdict: testVerdict as Verdict, headline: testHeadline } : null,
    problem,
    needsPerson,
    differences,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}
