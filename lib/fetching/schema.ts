import { z } from 'zod'
import { Reference } from '#lib/keys/schema'
import { line } from '#lib/text/line'

export const FETCH_FORMATS = ['json', 'dotenv', 'shell'] as const

export const FetchParams = z.object({ project: Reference, environment: Reference })
export const FetchQuery = z.strictObject({
  format: z.enum(FETCH_FORMATS).default('json'),
  /** Names of keys, by commas; all that the caller reaches where it is left out. */
  names: z.string().max(10_000).optional(),
  /** Of a person, where the environment is protected: why. A scoped key said it when it was made. */
  reason: line(1000).optional(),
})
export type FetchQuery = z.infer<typeof FetchQuery>

/** What a program starts with: the current value of every key that it reaches, by name. */
export const FetchedValues = z.object({
  values: z.record(z.string(), z.object({ value: z.string(), version: z.number().int() })),
  etag: z.string(),
})
export type FetchedValues = z.infer<typeof FetchedValues>
