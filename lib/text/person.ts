import { z } from 'zod'

/** Who did something, as records show it. */
export const Person = z.object({ id: z.string(), name: z.string() })
export type Person = z.infer<typeof Person>
