import type { Verdict } from '#lib/providers/verdict'

/** What other parts of the product may wait for, and what each event says: ids and words, never a value. */
export interface Events {
  /** A kept result says something else about a key than the one before; `from` is null where there was none. */
  'key.verdict_changed': { keyId: string; pairingId: string; from: Verdict | null; to: Verdict; at: string }
  /** A provider's status page says something else than before. */
  'status.changed': { provider: string; from: string | null; to: string; at: string }
}
export type EventName = keyof Events
