import { LEVELS, type Level, type WarningKind } from './schema.ts'

interface Rule {
  says: string
  /** Days before or after; none where it does not count any. */
  days: readonly number[]
  counts: 'before' | 'after' | null
}

/** Every kind of warning: what it is called, and when it comes unless an admin says otherwise. */
export const RULES: Record<WarningKind, Rule> = {
  expires: { says: 'A key expires', days: [30, 14, 7, 1], counts: 'before' },
  rotation_due: { says: 'A rotation is due or overdue', days: [30, 14, 7, 1], counts: 'before' },
  rotation_stuck: { says: 'A rotation waits for somebody', days: [], counts: null },
  pairing_failing: { says: 'A key fails its pairing test', days: [], counts: null },
  verdict_changed: { says: 'The verdict of a key has changed', days: [], counts: null },
  provider_incident: { says: 'A provider reports an incident', days: [], counts: null },
  unused: { says: 'A key is not used any more', days: [60], counts: 'after' },
  same_value: { says: 'Two environments hold the same value', days: [], counts: null },
}

/** Told by the calm ones too: `warn` goes where `info` does. */
export function isAtLeast(level: Level, least: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(least)
}
