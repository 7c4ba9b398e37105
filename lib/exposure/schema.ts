import { z } from 'zod'

const Moment = z.iso.datetime()

/** What would be hit where a value is compromised, or replaced at once. */
export const Exposure = z.object({
  /** Days that were looked back. */
  days: z.number().int(),
  /** Who had a value of it, the latest first. */
  consumers: z.array(
    z.object({
      type: z.string(),
      id: z.string(),
      name: z.string(),
      lastAt: Moment,
      uses: z.number().int(),
      addresses: z.array(z.string()),
      hasCurrent: z.boolean(),
    }),
  ),
  /** Other keys that the caller sees and that hold the very value: they break too. */
  sameValue: z.array(z.object({ id: z.string(), name: z.string(), project: z.string(), environment: z.string() })),
  /** Programs that may fetch it, whether or not they did. */
  scopedKeys: z.array(z.object({ id: z.string(), name: z.string(), expiresAt: Moment })),
})
export type Exposure = z.infer<typeof Exposure>
