import { z } from 'zod'

/** A browser where the member is signed in. */
export const Session = z.object({
  id: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  isCurrent: z.boolean(),
})
export type Session = z.infer<typeof Session>
export const SessionList = z.object({ items: z.array(Session), nextCursor: z.null() })

/** Not checked further: whatever is typed gets the same answer. */
export const SignInInput = z.object({ email: z.string().max(1000), password: z.string().max(10_000) })
export type SignInInput = z.infer<typeof SignInInput>
