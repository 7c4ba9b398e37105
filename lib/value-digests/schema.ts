import { z } from 'zod'
import { Reference } from '#lib/keys/schema'

/** Shorter values could be guessed from their digests, and are in every text. */
export const LEAST_LENGTH = 16

export const DigestInput = z.strictObject({ project: Reference.optional() })
export type DigestInput = z.infer<typeof DigestInput>

/** What values look like to whoever looks for them, and to nobody else: keyed digests under a salt of this answer. */
export const ValueDigests = z.object({
  /** Hex; the key of HMAC-SHA-256, of which the first 16 bytes are the digest. */
  salt: z.string(),
  items: z.array(z.object({ digest: z.string(), project: z.string(), environment: z.string(), name: z.string() })),
  /** Environments that ask for more than a role before a value may be opened. */
  leftOut: z.array(z.string()),
})
export type ValueDigests = z.infer<typeof ValueDigests>
