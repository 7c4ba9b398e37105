import { z } from 'zod'
import { listOf } from '#lib/list/cursor'
import { line } from '#lib/text/line'

export const CreateTokenInput = z.strictObject({
  name: line(100),
  expiresInDays: z.number().int().min(1).max(365).default(30),
})
export type CreateTokenInput = z.infer<typeof CreateTokenInput>

/** What is known of a personal access token; the token itself is in the answer that creates it, and nowhere else. */
export const Token = z.object({
  id: z.string(),
  name: z.string(),
  /** The last four characters. */
  tail: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  lastUsedAddress: z.string().nullable(),
})
export type Token = z.infer<typeof Token>
export const TokenList = listOf(Token)

export const NewToken = Token.extend({ token: z.string().describe('Shown this once.') })
export type NewToken = z.infer<typeof NewToken>
