import type { Warning as WarningRow } from '#lib/db/generated/client'
import { STEPS, type Warning } from './schema.ts'

export function toWarning(row: WarningRow): Warning {
  const { id, kind, level, title, detail, keyId, provider, takenByName, snoozedUntil, snoozedByName, snoozeReason } =
    row
  return {
    id,
    kind: kind as Warning['kind'],
    level: level as Warning['level'],
    title,
    detail,
    keyId,
    provider,
    dueAt: row.dueAt?.toISOString() ?? null,
    raisedAt: row.raisedAt.toISOString(),
    step: STEPS[row.step] ?? 'admins',
    escalatesAt: row.takenById ? null : (row.escalateAt?.toISOString() ?? null),
    takenBy: takenByName,
    snooze: snoozedUntil
      ? { until: snoozedUntil.toISOString(), by: snoozedByName ?? '', reason: snoozeReason ?? '' }
      : null,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  }
}
