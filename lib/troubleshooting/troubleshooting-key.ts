import { z } from 'zod'

/** The stored key that a record is of; null there for a value that was not stored. Project and environment by their slugs. */
export const TroubleshootingKey = z.object({
  id: z.string(),
  name: z.string(),
  project: z.string(),
  environment: z.string(),
  environmentId: z.string(),
  protected: z.boolean(),
})
