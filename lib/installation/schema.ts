import { z } from 'zod'

export const Installation = z.object({
  version: z.string(),
  /** Where programs and people reach it. */
  url: z.string(),
  startedAt: z.iso.datetime(),
  uptimeSeconds: z.number().int(),
  /** `embedded`: Claviger runs PostgreSQL itself. `own`: the operator's, by DATABASE_URL. */
  database: z.enum(['embedded', 'own']),
  /** Recognises the master key without revealing it. */
  sealId: z.string(),
  recoveryKey: z.object({ isMade: z.boolean(), confirmedAt: z.iso.datetime().nullable() }),
  node: z.object({ version: z.string(), /** Null where it is new enough. */ warning: z.string().nullable() }),
})
export type Installation = z.infer<typeof Installation>
