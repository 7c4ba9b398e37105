import { z } from 'zod'
import { KEY_STATUSES, Key } from '#lib/keys/schema'
import { StatusPage } from '#lib/status-pages/schema'

/** Why a key wants a person now, worst first. */
export const CONCERNS = ['failing', 'expired', 'expiring', 'rotation_overdue'] as const
export const Concern = z.enum(CONCERNS)
export type Concern = z.infer<typeof Concern>

const Counts = z.record(z.enum(KEY_STATUSES), z.number().int())

export const EnvironmentHealth = z.object({
  projectId: z.string(),
  project: z.string(),
  projectName: z.string(),
  environmentId: z.string(),
  environment: z.string(),
  environmentName: z.string(),
  protected: z.boolean(),
  keyCount: z.number().int(),
  byStatus: Counts,
})
export type EnvironmentHealth = z.infer<typeof EnvironmentHealth>

export const Overview = z.object({
  attention: z.array(
    z.object({
      concern: Concern,
      key: Key,
      /** For a failing key: what its provider reports, where that is not that all is well. Open incidents only. */
      statusPage: StatusPage.nullable(),
    }),
  ),
  /** How many keys have each concern, also beyond those that are listed. */
  concerns: z.record(Concern, z.number().int()),
  /** Scoped keys that are about to end, of those that the caller made or manages. */
  scopedKeysExpiring: z.number().int(),
  /** Rotations whose overlap is over and whose old value is not proven dead, ten at most. */
  rotationsWaiting: z.array(
    z.object({
      keyId: z.string(),
      name: z.string(),
      project: z.string(),
      environment: z.string(),
      /** Null where nothing of it was switched yet. */
      overlapEndedAt: z.iso.datetime().nullable(),
      /** Why a rotation of Claviger's own does not go on. */
      problem: z.string().nullable(),
    }),
  ),
  /** Links of the caller's that somebody tried to open a second time within seven days. */
  sharesTriedAgain: z.number().int(),
  environments: z.array(EnvironmentHealth),
  counts: z.object({
    projects: z.number().int(),
    environments: z.number().int(),
    keys: z.number().int(),
    byStatus: Counts,
  }),
})
export type Overview = z.infer<typeof Overview>
