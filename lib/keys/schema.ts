import { z } from 'zod'
import { ListQuery, listOf } from '#lib/list/cursor'
import { SecretValue } from '#lib/pairing/schema'
import { VERDICTS } from '#lib/providers/verdict'
import { line } from '#lib/text/line'

/** What a key is called: a variable's name, as programs read it. */
export const KeyName = z
  .string()
  .trim()
  .min(1, 'Give the key a name.')
  .max(200, 'A name may have up to 200 characters.')
  .regex(
    /^[A-Za-z_][A-Za-z0-9_.-]*$/,
    'A name starts with a letter or underscore and holds letters, digits, underscores, dots and dashes, like OPENAI_API_KEY.',
  )

/** Derived from expiry, revocation and the last pairing test, worst first. */
export const KEY_STATUSES = [
  'revoked',
  'expired',
  'failing',
  'expiring',
  'warned',
  'paired',
  'unknown',
  'untested',
] as const
export const KeyStatus = z.enum(KEY_STATUSES)
export type KeyStatus = z.infer<typeof KeyStatus>

const Reason = line(1000)
const Moment = z.iso
  .datetime({ offset: true, error: 'Give a time such as 2030-01-31T00:00:00Z.' })
  .refine((text) => text >= '1970', 'Give a time after 1970.')
/** Hours between scheduled pairing tests; 0 is never. */
export const TEST_INTERVALS = [0, 1, 6, 24, 168] as const
export const TestInterval = z.literal(TEST_INTERVALS, 'Choose 0 (never), 1, 6, 24 or 168 hours.')
export type TestInterval = z.infer<typeof TestInterval>
/** A project, an environment or a key, by id or slug. */
export const Reference = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\w-]+$/, 'This is neither an id nor a short name.')
const details = {
  baseUrl: z
    .url('Give an address that starts with https://.')
    .max(2048)
    .regex(/^[^\p{C}\s]*$/u, 'An address holds no blanks.')
    .nullable()
    .optional(),
  expiresAt: Moment.nullable().optional(),
  rotateEveryDays: z.number().int().min(1).max(3650).nullable().optional(),
  /** Null: as often as its environment says. */
  testEveryHours: TestInterval.nullable().optional(),
  ownerEmail: line(254).nullable().optional(),
  permissions: z.array(line(200)).max(200).optional(),
  tags: z.array(line(50)).max(50).optional(),
  notes: z
    .string()
    .max(10_000)
    .regex(/^[^\0\p{Cs}]*$/u, 'Notes hold readable text only.')
    .optional(),
}

/** What is stored comes back as the very same bytes, so it has to be text that has bytes. */
const StoredValue = SecretValue.refine(
  (value) => value.isWellFormed(),
  'This value holds half a character. Paste it again.',
)

/** `rotation`: a credential that makes other keys; it is opened for that alone. */
export const KEY_PURPOSES = ['application', 'rotation'] as const

export const CreateKeyInput = z.strictObject({
  project: Reference,
  environment: Reference,
  name: KeyName,
  provider: z.string().min(1).max(100),
  value: StoredValue,
  purpose: z.enum(KEY_PURPOSES).optional(),
  ...details,
})
export type CreateKeyInput = z.infer<typeof CreateKeyInput>

export const EditKeyInput = z.strictObject({
  name: KeyName.optional(),
  provider: z.string().min(1).max(100).optional(),
  ...details,
})
export type EditKeyInput = z.infer<typeof EditKeyInput>

export const ReplaceValueInput = z.strictObject({ value: StoredValue, reason: Reason.optional() })
export const RevealInput = z.strictObject({
  reason: Reason.optional(),
  /** Copied without being shown: the usage says so. */ copy: z.boolean().optional(),
})
export const Reveal = z.object({ value: z.string(), version: z.number().int() })

export const ListKeysQuery = ListQuery.extend({
  project: z.string().max(100).optional(),
  environment: z.string().max(100).optional(),
  provider: z.string().max(100).optional(),
  status: KeyStatus.optional(),
  purpose: z.enum(KEY_PURPOSES).optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(['name', '-name', 'createdAt', '-createdAt', 'expiresAt', '-expiresAt']).default('name'),
  deleted: z.stringbool().optional(),
})
export type ListKeysQuery = z.infer<typeof ListKeysQuery>

/** What everyone who sees the key may know of it. Never its value. */
export const Key = z.object({
  id: z.string(),
  /** Slugs, as they are given on the way in. */
  project: z.string(),
  environment: z.string(),
  projectId: z.string(),
  environmentId: z.string(),
  protected: z.boolean(),
  name: z.string(),
  provider: z.string(),
  baseUrl: z.string().nullable(),
  purpose: z.enum(KEY_PURPOSES),
  masked: z.string(),
  fingerprint: z.string(),
  version: z.number().int(),
  status: KeyStatus,
  expiresAt: z.iso.datetime().nullable(),
  rotation: z.object({
    /** By its own policy, or its environment's or project's. */
    everyDays: z.number().int().nullable(),
    /** Said of this key alone. */
    ownEveryDays: z.number().int().nullable(),
    dueAt: z.iso.datetime().nullable(),
    mode: z.enum(['automatic', 'manual']),
  }),
  /** Pairing tests that nobody has to press for. */
  scheduledTest: z.object({
    /** Chosen for this key; null where its environment decides. */
    everyHours: z.number().int().nullable(),
    /** What comes of both: 0 where none is made, as for a revoked key or a provider that charges for a test. */
    effectiveHours: z.number().int(),
    /** About: a busy queue may take some minutes. */
    nextAt: z.iso.datetime().nullable(),
  }),
  owner: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  permissions: z.object({ declared: z.array(z.string()), observed: z.array(z.string()) }),
  lastPairing: z
    .object({ id: z.string(), verdict: z.enum(VERDICTS), at: z.iso.datetime(), stages: z.string() })
    .nullable(),
  /** Other keys, visible to the caller, that hold the same value. */
  sameValue: z.array(z.object({ id: z.string(), name: z.string(), project: z.string(), environment: z.string() })),
  tags: z.array(z.string()),
  notes: z.string(),
  lastUsedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.iso.datetime().nullable(),
})
export type Key = z.infer<typeof Key>
export const KeyList = listOf(Key)

export const KeyVersion = z.object({
  number: z.number().int(),
  state: z.enum(['pending', 'current', 'previous', 'revoked', 'expired']),
  masked: z.string(),
  fingerprint: z.string(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
  reason: z.string().nullable(),
  retiredAt: z.iso.datetime().nullable(),
})
export type KeyVersion = z.infer<typeof KeyVersion>
export const KeyVersionList = listOf(KeyVersion)

export const RevokeKeyInput = z.strictObject({ reason: Reason })

const KeyIds = z.array(Reference).min(1).max(200, 'Choose up to 200 keys at once.')
export const DeleteKeysInput = z.strictObject({ ids: KeyIds })
export const DeleteKeysResult = z.object({
  items: z.array(z.object({ id: z.string(), outcome: z.enum(['deleted', 'refused']), reason: z.string().optional() })),
})
