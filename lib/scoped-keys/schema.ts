import { z } from 'zod'
import { SCOPED_ACTIONS, type ScopedAction } from '#lib/access/policy'
import { Reference } from '#lib/keys/schema'
import { ListQuery, listOf } from '#lib/list/cursor'
import { line } from '#lib/text/line'

/** Days that a scoped key lives where nothing else is said. */
export const DEFAULT_LIFE_DAYS = 30
/** Hours that the secret before still works after a rotation, where nothing else is said. */
export const DEFAULT_OVERLAP_HOURS = 24

/** Days that a scoped key of an environment may live at most. */
export function longestLifeDays(environment: { protected: boolean; scopedKeyMaxDays: number | null }): number {
  return environment.scopedKeyMaxDays ?? (environment.protected ? 30 : 365)
}

export const ScopedActionName = z.enum(Object.keys(SCOPED_ACTIONS) as [ScopedAction, ...ScopedAction[]])

/** The name of a key, or a pattern: `OPENAI_*`, or `*` for all of the environment. */
const KeyName = line(200)
const AddressRange = z.union(
  [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()],
  'Give an address such as 192.0.2.7, or a range such as 192.0.2.0/24.',
)

export const CreateScopedKeyInput = z.strictObject({
  project: Reference,
  environment: Reference,
  name: line(100),
  keyNames: z.array(KeyName).min(1, 'Name at least one key, or * for all of them.').max(200).default(['*']),
  actions: z.array(ScopedActionName).min(1, 'Choose at least one action.').max(10).default(['fetch']),
  expiresInDays: z.number().int().min(1).max(365).default(DEFAULT_LIFE_DAYS),
  maxUses: z.number().int().min(1).max(1_000_000_000).nullable().default(null),
  addresses: z.array(AddressRange).max(50).default([]),
  /** Asked for where the environment is protected. */
  reason: line(1000).optional(),
})
export type CreateScopedKeyInput = z.input<typeof CreateScopedKeyInput>

const Moment = z.iso.datetime()
export const SCOPED_KEY_STATES = ['active', 'expiring', 'expired', 'used_up', 'ended'] as const

/** What is known of a scoped key; its secret is in the answer that makes it, or gives it a new one, and nowhere else. */
export const ScopedKey = z.object({
  id: z.string(),
  name: z.string(),
  project: z.string(),
  environment: z.string(),
  environmentId: z.string(),
  /** Whether its environment asks for a reason. */
  protected: z.boolean(),
  maker: z.object({ id: z.string(), name: z.string() }),
  keyNames: z.array(z.string()),
  actions: z.array(ScopedActionName),
  addresses: z.array(z.string()),
  maxUses: z.number().int().nullable(),
  uses: z.number().int(),
  /** `expiring`: within the last quarter of its life, seven days at most. */
  state: z.enum(SCOPED_KEY_STATES),
  /** The last four characters of the secret in use. */
  tail: z.string(),
  /** Of the secret before, while both work. */
  overlapEndsAt: Moment.nullable(),
  createdAt: Moment,
  expiresAt: Moment,
  endedAt: Moment.nullable(),
  lastUsedAt: Moment.nullable(),
  lastUsedAddress: z.string().nullable(),
  lastUsedAgent: z.string().nullable(),
})
export type ScopedKey = z.infer<typeof ScopedKey>

export const NewScopedKey = ScopedKey.extend({ secret: z.string().describe('Shown this once.') })
export type NewScopedKey = z.infer<typeof NewScopedKey>

export const ScopedKeyFilters = z.strictObject({
  project: Reference.optional(),
  environment: Reference.optional(),
  /** `active`: what still works; `ended`: what does not. */
  state: z.enum(['active', 'ended', 'all']).default('active'),
})
export const ListScopedKeysQuery = ListQuery.extend(ScopedKeyFilters.shape)
export type ListScopedKeysQuery = z.infer<typeof ListScopedKeysQuery>
export const ScopedKeyList = listOf(ScopedKey)
export type ScopedKeyList = z.infer<typeof ScopedKeyList>

export const RotateScopedKeyInput = z.strictObject({
  overlapHours: z.number().int().min(0).max(168).default(DEFAULT_OVERLAP_HOURS),
  /** Asked for where the environment is protected. */
  reason: line(1000).optional(),
})
export type RotateScopedKeyInput = z.input<typeof RotateScopedKeyInput>

/** Ends all that the caller may end: of one project or environment, or those with these ids, where they are named. */
export const EndScopedKeysInput = z.strictObject({
  project: Reference.optional(),
  environment: Reference.optional(),
  ids: z.array(z.string().min(1).max(100)).min(1).max(1000).optional(),
})
export type EndScopedKeysInput = z.infer<typeof EndScopedKeysInput>
export const EndedScopedKeys = z.object({ ended: z.number().int() })
export type EndedScopedKeys = z.infer<typeof EndedScopedKeys>
