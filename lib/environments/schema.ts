import { z } from 'zod'
import { TestInterval } from '#lib/keys/schema'
import { Slug } from '#lib/projects/schema'
import { line } from '#lib/text/line'

export const CreateEnvironmentInput = z.strictObject({
  name: line(100),
  /** Made from the name where it is left out. */
  slug: Slug.optional(),
  protected: z.boolean().default(false),
})
export type CreateEnvironmentInput = z.infer<typeof CreateEnvironmentInput>

export const EditEnvironmentInput = z.strictObject({
  name: line(100).optional(),
  slug: Slug.optional(),
  protected: z.boolean().optional(),
  requireStepUp: z.boolean().optional(),
  requireApproval: z.boolean().optional(),
  testEveryHours: TestInterval.optional(),
  /** Days that a scoped key may live; null is what Claviger says: 30 where protected, else 365. */
  scopedKeyMaxDays: z.number().int().min(1).max(365).nullable().optional(),
})
export type EditEnvironmentInput = z.infer<typeof EditEnvironmentInput>

/** Each by id or slug. */
export const EnvironmentParams = z.object({
  id: z.string().min(1).max(100),
  environmentId: z.string().min(1).max(100),
})
