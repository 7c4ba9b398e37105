import { z } from 'zod'
import { ListQuery, listOf } from '#lib/list/cursor'
import { SecretValue } from '#lib/pairing/schema'
import { VERDICTS } from '#lib/providers/verdict'
import { line } from '#lib/text/line'

export const StartRotationInput = z.strictObject({
  /** The new value, made at the provider. Without it the key API is asked for one, where the key has an automation. */
  value: SecretValue.optional(),
  /** How long programs may still hold the old value; absent: as the policy says, a day where none does. */
  overlapHours: z.number().int().min(0).max(720).optional(),
  reason: line(1000).optional(),
  /** Tests and compares, and changes nothing. */
  rehearse: z.boolean().default(false),
  /** Compromised: the old value ends as soon as the new one is current, whoever still uses it. */
  emergency: z.boolean().default(false),
})
export type StartRotationInput = z.input<typeof StartRotationInput>

/** Those that a rotation goes on from; the others are its ends. */
export const OPEN_STATES = ['planned', 'minting', 'minted', 'discarding', 'draining', 'revoking'] as const
export const ROTATION_STATES = [...OPEN_STATES, 'completed', 'refused', 'rehearsed', 'failed', 'cancelled'] as const
const Moment = z.iso.datetime()

export const Rotation = z.object({
  id: z.string(),
  keyId: z.string(),
  /** `automatic`: the new value is made, and the old one ended, through the provider's key API. */
  mode: z.enum(['manual', 'automatic']),
  /**
   * `planned`, `minting`: a key is about to be made, or being made. `minted`: it is tested, and is not current yet.
   * `draining`: it is current, and programs may still hold the old one. `revoking`: the old one is being ended.
   * `discarding`: the new one is. Ends: `completed`: the old one is proven dead. `rehearsed`, `refused`, `failed`,
   * `cancelled`: the old one is current, and the new one is gone.
   */
  state: z.enum(ROTATION_STATES),
  rehearse: z.boolean(),
  emergency: z.boolean(),
  /** The key was said to be compromised meanwhile: another one begins by itself as soon as this one has ended. */
  followUp: z.boolean(),
  by: z.string(),
  reason: z.string().nullable(),
  fromVersion: z.number().int(),
  /** Null where nothing changed. */
  toVersion: z.number().int().nullable(),
  overlapEndsAt: Moment.nullable(),
  /** Of the new value; null until there is one. */
  test: z.object({ id: z.string(), verdict: z.enum(VERDICTS), headline: z.string() }).nullable(),
  /** Why it does not go on, in a sentence. */
  problem: z.string().nullable(),
  /** It goes on once somebody has done something about the problem, and resumes it. */
  needsPerson: z.boolean(),
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

/** A rotation in a list of many keys. */
const OfKey = z.object({ id: z.string(), name: z.string(), project: z.string(), environment: z.string() })
export const KeyRotation = Rotation.extend({ key: OfKey })
export type KeyRotation = z.infer<typeof KeyRotation>
export const KeyRotationList = listOf(KeyRotation)
export type KeyRotationList = z.infer<typeof KeyRotationList>
export const ListAllRotationsQuery = ListQuery.extend({ state: z.enum(['open', 'ended']).default('open') })
export type ListAllRotationsQuery = z.infer<typeof ListAllRotationsQuery>

/** What is to be done on a day. */
export const CalendarEntry = z.object({
  kind: z.enum(['rotation', 'expiry']),
  at: Moment,
  key: OfKey,
  provider: z.string(),
  /** Claviger does it by itself. */
  isAutomatic: z.boolean(),
  owner: z.string().nullable(),
})
export type CalendarEntry = z.infer<typeof CalendarEntry>
export const RotationCalendar = z.object({ items: z.array(CalendarEntry), nextCursor: z.null() })
export type RotationCalendar = z.infer<typeof RotationCalendar>
