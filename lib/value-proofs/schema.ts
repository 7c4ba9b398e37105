import { z } from 'zod'
import { Person } from '#lib/text/person'

const Moment = z.iso.datetime()

/** Single use, for ten minutes: the application's side answers with an HMAC of its value under this salt. */
export const ValueProofOffer = z.object({
  id: z.string(),
  salt: z.string(),
  expiresAt: Moment,
  /** `npx claviger prove-value OPENAI_API_KEY --salt …` */
  command: z.string(),
  /** The same without Claviger, by openssl. */
  oneLiner: z.string(),
})
export type ValueProofOffer = z.infer<typeof ValueProofOffer>

export const ValueProofParams = z.object({ id: z.string().max(100), proofId: z.string().max(100) })
/** What the command printed, pasted whole. */
export const CompareValueInput = z.strictObject({ proof: z.string().min(1, 'Paste what was printed.').max(4000) })

export const VALUE_PROOF_OUTCOMES = ['current', 'older', 'hidden_characters', 'other'] as const
export const ValueProof = z.object({
  id: z.string(),
  at: Moment,
  by: Person,
  /** `hidden_characters`: the same as `version` but for what `hidden` names. `other`: none of the stored ones. */
  outcome: z.enum(VALUE_PROOF_OUTCOMES),
  version: z.int().nullable(),
  /** Of the version that matched, where a newer one took its place. */
  replacedAt: Moment.nullable(),
  hidden: z.string().max(200).nullable(),
  says: z.string().max(1000),
})
export type ValueProof = z.infer<typeof ValueProof>
