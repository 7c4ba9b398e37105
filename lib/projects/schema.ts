import { z } from 'zod'
import { ENVIRONMENT_ROLES } from '#lib/access/roles'
import { listOf } from '#lib/list/cursor'
import { line } from '#lib/text/line'

/** Part of addresses and commands: `api-gateway`. */
export const Slug = z
  .string()
  .trim()
  .min(1, 'Give a short name for addresses.')
  .max(50, 'A short name may have up to 50 characters.')
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'A short name holds lower-case letters, digits and single dashes, like api-gateway.',
  )

export const CreateProjectInput = z.strictObject({
  name: line(100),
  /** Made from the name where it is left out. */
  slug: Slug.optional(),
})
export type CreateProjectInput = z.infer<typeof CreateProjectInput>

export const EditProjectInput = z.strictObject({ name: line(100).optional(), slug: Slug.optional() })
export type EditProjectInput = z.infer<typeof EditProjectInput>

/** What the database gives a new environment: its keys are tested once a day. */
export const DEFAULT_TEST_HOURS = 24

export const Environment = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  protected: z.boolean(),
  requireStepUp: z.boolean(),
  requireApproval: z.boolean(),
  /** Hours between scheduled pairing tests of its keys; 0 is never. */
  testEveryHours: z.number().int(),
  /** Days that a scoped key may live; null where nothing else than the usual is asked. */
  scopedKeyMaxDays: z.number().int().nullable(),
  /** What the caller may do here. */
  role: z.enum(ENVIRONMENT_ROLES),
  /** Keys that are not deleted. */
  keyCount: z.number().int(),
})
export type Environment = z.infer<typeof Environment>
export const EnvironmentList = listOf(Environment)

export const Project = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Those that the caller sees, in their order. */
  environments: z.array(Environment),
})
export type Project = z.infer<typeof Project>
export const ProjectList = listOf(Project)
