import type { Grant } from '#lib/access/authorize'
import type { Transaction } from '#lib/access/commit'
import type { Automation, Key, KeyVersion, Rotation } from '#lib/db/generated/client'

/** What a step sees: the rotation as it stands, and that nobody else carries it on. */
export interface Turn {
  grant: Grant
  rotation: Rotation
  key: Key & { versions: Pick<KeyVersion, 'id' | 'number' | 'providerKeyId' | 'state' | 'sealed'>[] }
  /** Null where it was removed meanwhile. */
  automation: Automation | null
  /** The state was entered just now, by this very worker: nothing of it can have happened yet. */
  isFresh: boolean
  /** By the database's clock. */
  now(): Date
}

export type State = 'planned' | 'minting' | 'minted' | 'discarding' | 'draining' | 'revoking'
export type End = 'completed' | 'refused' | 'rehearsed' | 'failed' | 'cancelled'

export type RotationData = Partial<
  Pick<
    Rotation,
    | 'toVersion'
    | 'overlapEndsAt'
    | 'testId'
    | 'testVerdict'
    | 'testHeadline'
    | 'differences'
    | 'outcome'
    | 'attempt'
    | 'mintAskedAt'
    | 'knownIds'
    | 'oldId'
    | 'newId'
    | 'oldExpiresAt'
    | 'newExpiresAt'
    | 'problem'
    | 'nextAt'
  >
>

/** What a step comes to. Whatever it is, it is written only while this worker still holds the rotation. */
export type Step =
  /** Another state, with what has to be durable before it is left. */
  | {
      to: State
      data?: RotationData
      /** In the same transaction. */
      work?: (tx: Transaction) => Promise<void>
      event?: Record<string, unknown>
    }
  | { end: End; data?: RotationData; work?: (tx: Transaction) => Promise<void>; event?: Record<string, unknown> }
  /** The same state again, after a while. */
  | { waitSeconds: number; problem: string | null; data?: RotationData }
  /** The same state again, once a person has done something about it. */
  | { ask: string; data?: RotationData }
