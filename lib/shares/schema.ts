import { z } from 'zod'
import { ListQuery, listOf } from '#lib/list/cursor'
import { SecretValue } from '#lib/pairing/schema'
import { line } from '#lib/text/line'

export const DEFAULT_SHARE_HOURS = 24

const life = { expiresInHours: z.number().int().min(1).max(168).default(DEFAULT_SHARE_HOURS) }
/** Of a stored key: its current value. */
const ofKey = z.strictObject({ key: z.string().min(1).max(100), reason: line(1000).optional(), ...life })
/** Of anything else. */
const ofValue = z.strictObject({ value: SecretValue, name: line(200).default('A value'), ...life })
export const CreateShareInput = z.union([ofKey, ofValue])
export type CreateShareInput = z.input<typeof CreateShareInput>

const Moment = z.iso.datetime()
export const Share = z.object({
  id: z.string(),
  /** What is shared: the name of a key, or what its maker called it. */
  name: z.string(),
  keyId: z.string().nullable(),
  state: z.enum(['waiting', 'opened', 'expired', 'ended']),
  createdAt: Moment,
  expiresAt: Moment,
  openedAt: Moment.nullable(),
  openedAddress: z.string().nullable(),
  /** How often somebody tried to open it after that. */
  triedAgain: z.number().int(),
  triedAgainAt: Moment.nullable(),
})
export type Share = z.infer<typeof Share>
export const NewShare = Share.extend({
  url: z.string().describe('Shown this once. What opens it stands behind the #.'),
})
export type NewShare = z.infer<typeof NewShare>
export const ListSharesQuery = ListQuery
export type ListSharesQuery = z.infer<typeof ListSharesQuery>
export const ShareList = listOf(Share)
export type ShareList = z.infer<typeof ShareList>

export const OpenShareInput = z.strictObject({ token: z.string().min(1).max(200) })
export type OpenShareInput = z.infer<typeof OpenShareInput>
export const OpenedShare = z.object({ name: z.string(), value: z.string() })
export type OpenedShare = z.infer<typeof OpenedShare>
