/** Every kind of warning: what it is called, when it comes unless an admin says otherwise, and what its days mean. */
export const RULES = {
  expires: { says: 'A key expires', days: [30, 14, 7, 1], counts: 'before' },
  rotation_due: { says: 'A rotation is due or overdue', days: [30, 14, 7, 1], counts: 'before' },
  rotation_stuck: { says: 'A rotation waits for somebody', days: [], counts: null },
  pairing_failing: { says: 'A key fails its pairing test', days: [], counts: null },
  verdict_changed: { says: 'The verdict of a key has changed', days: [], counts: null },
  provider_incident: { says: 'A provider reports an incident', days: [], counts: null },
  unused: { says: 'A key is not used any more', days: [60], counts: 'after' },
  same_value: { says: 'Two environments hold the same value', days: [], counts: null },
} as const satisfies Record<string, { says: string; days: number[]; counts: 'before' | 'after' | null }>

export type WarningKind = keyof typeof RULES
export const WARNING_KINDS = Object.keys(RULES) as [WarningKind, ...WarningKind[]]

export const LEVELS = ['info', 'warn', 'fail'] as const
export type Level = (typeof LEVELS)[number]

/** Told by the calm ones too: `warn` goes where `info` does. */
export function isAtLeast(level: Level, least: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(least)
}
