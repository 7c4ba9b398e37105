import { z } from 'zod'
import { CONFIDENCES, VERDICTS } from '#lib/providers/verdict'
import { Person } from '#lib/text/person'

/** What a person's own tool got: the whole output of `curl -i`, or its pieces. */
export const OwnAnswerInput = z.union([
  z.strictObject({ output: z.string().min(1, 'Paste what the tool printed.').max(100_000) }),
  z.strictObject({
    status: z.int().min(100).max(599),
    headers: z.record(z.string().max(200), z.string().max(8192)).optional(),
    body: z.string().max(100_000).optional(),
  }),
])
export type OwnAnswerInput = z.infer<typeof OwnAnswerInput>

/** A person's own answer, read by the provider's own rules and compared with the answer that this server got. */
export const OwnAnswer = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  by: Person,
  /** Null where the tool got no answer at all; `says` then tells what it said instead. */
  status: z.int().nullable(),
  verdict: z.enum(VERDICTS),
  confidence: z.enum(CONFIDENCES),
  says: z.string().max(2000),
  /** Masked, and cut. */
  excerpt: z.string().max(2000),
  isSame: z.boolean(),
  differences: z.array(z.string().max(500)),
  /** What the comparison proves, in a sentence. */
  proves: z.string().max(1000),
})
export type OwnAnswer = z.infer<typeof OwnAnswer>
