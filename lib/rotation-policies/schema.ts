import { z } from 'zod'

export const POLICY_SCOPES = ['key', 'environment', 'project'] as const
export const PolicyScope = z.enum(POLICY_SCOPES)
export type PolicyScope = z.infer<typeof PolicyScope>

/** Hours that programs may hold the old value, where nothing else is said. */
export const DEFAULT_OVERLAP_HOURS = 24
export const DEFAULT_LEAD_DAYS = [30, 14, 7, 1]

const Days = z.number().int().min(1).max(3650)

/** What is left out or null is as the wider scope says: a key's environment, an environment's project. */
export const SetPolicyInput = z.strictObject({
  everyDays: Days.nullable().optional(),
  /** Of a key alone: once, on this day. */
  rotateAt: z.iso.datetime({ offset: true }).nullable().optional(),
  overlapHours: z.number().int().min(0).max(720).nullable().optional(),
  maxAgeDays: Days.nullable().optional(),
  leadDays: z.array(z.number().int().min(0).max(365)).max(10).optional(),
  /** Of keys without an owner of their own. */
  ownerEmail: z.email('Give the address of a member.').max(254).nullable().optional(),
  backupEmail: z.email('Give the address of a member.').max(254).nullable().optional(),
  byItself: z.boolean().nullable().optional(),
})
export type SetPolicyInput = z.infer<typeof SetPolicyInput>

const Person = z.object({ id: z.string(), name: z.string(), email: z.string() })
const fields = {
  everyDays: z.number().int().nullable(),
  rotateAt: z.iso.datetime().nullable(),
  overlapHours: z.number().int().nullable(),
  maxAgeDays: z.number().int().nullable(),
  leadDays: z.array(z.number().int()),
  owner: Person.nullable(),
  backup: Person.nullable(),
  byItself: z.boolean().nullable(),
}
export const OwnPolicy = z.object(fields)
export type OwnPolicy = z.infer<typeof OwnPolicy>

export const RotationPolicy = z.object({
  scope: PolicyScope,
  id: z.string(),
  /** What is said here; null where nothing is. */
  own: OwnPolicy.nullable(),
  /** What comes of it and of the wider ones. */
  effective: z.object({ ...fields, overlapHours: z.number().int(), byItself: z.boolean() }),
  /** Of a key: since when it has the value that it has. */
  since: z.iso.datetime().nullable(),
  /** The next three days on which it is to be rotated; of an environment or project, those of a key stored now. */
  nextDates: z.array(z.iso.datetime()),
})
export type RotationPolicy = z.infer<typeof RotationPolicy>

export const PolicyParams = z.object({ scope: PolicyScope, id: z.string().max(100) })
