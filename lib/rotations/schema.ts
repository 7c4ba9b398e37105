import { z } from 'zod'
import { listOf } from '#lib/list/cursor'
import { SecretValue } from '#lib/pairing/schema'
import { VERDICTS } from '#lib/providers/verdict'
import { line } from '#lib/text/line'

/** Hours that programs may hold the old value, where nothing else is said. */
export const DEFAULT_OVERLAP_HOURS = 24

export const StartRotationInput = z.strictObject({
  /** The new value, made at the provider. */
  value: SecretValue.optional(),
  overlapHours: z.number().int().min(0).max(720).default(DEFAULT_OVERLAP_HOURS),
  reason: line(1000).optional(),
  /** Tests and compares, and changes nothing. */
  rehearse: z.boolean().default(false),
})
export type StartRotationInput = z.input<typeof StartRotationInput>

export const ROTATION_STATES = ['refused', 'rehearsed', 'draining', 'completed', 'cancelled'] as const
const Moment = z.iso.datetime()

export const Rotation = z.object({
  id: z.string(),
  keyId: z.string(),
  /**
   * `refused`: the new value did not pass its test, and nothing changed. `draining`: it is current, and programs may
   * still hold the old one. `completed`: the old one is proven dead.
   */
  state: z.enum(ROTATION_STATES),
  by: z.string(),
  reason: z.string().nullable(),
  fromVersion: z.number().int(),
  /** Null where nothing changed. */
  toVersion: z.number().int().nullable(),
  overlapEndsAt: Moment.nullable(),
  test: z.object({ id: z.string(), verdict: z.enum(VERDICTS), headline: z.string() }),
  /** What the new value cannot and the old one could, in sentences. */
  differences: z.array(z.string()),
  createdAt: Moment,
  endedAt: Moment.nullable(),
})
export type Rotation = z.infer<typeof Rotation>
export const RotationList = listOf(Rotation)
export type RotationList = z.infer<typeof RotationList>

/** Who used the old version in the last 30 days, and whether they have the new one. */
export const Drain = z.object({
  consumer: z.object({ type: z.string(), id: z.string(), name: z.string() }),
  oldUsedAt: Moment,
  newUsedAt: Moment.nullable(),
  hasMoved: z.boolean(),
})
export type Drain = z.infer<typeof Drain>
/** The drain meter: those that have not moved first. */
export const RotationDetails = Rotation.extend({ drain: z.array(Drain) })
export type RotationDetails = z.infer<typeof RotationDetails>
