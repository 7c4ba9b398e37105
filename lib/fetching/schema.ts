import { z } from 'zod'
import { Reference } from '#lib/keys/schema'
import { line } from '#lib/text/line'

export const FETCH_FORMATS = ['json', 'dotenv', 'shell'] as const
export type FetchFormat = (typeof FETCH_FORMATS)[number]
/** Seconds that a call may wait for a change. */
export const MOST_WAIT_SECONDS = 60

export const FetchParams = z.object({ project: Reference, environment: Reference })
export const FetchQuery = z.strictObject({
  format: z.enum(FETCH_FORMATS).default('json'),
  /** Names of keys, by commas; all that the caller reaches where it is left out. */
  names: z
    .string()
    .min(1)
    .max(10_000)
    .transform((names) => [...new Set(names.split(','))])
    .optional(),
  /** With `If-None-Match`: seconds to wait for a change before saying that there is none. */
  wait: z.coerce.number().int().min(0).max(MOST_WAIT_SECONDS).default(0),
  /** `previous`: also the version before, where it gave way within the overlap. */
  include: z.literal('previous').optional(),
  /** `none`: only the tag, for whoever waits to tell another program. Nothing is opened, nothing is used. */
  values: z.literal('none').optional(),
  /** Of a person, where the environment is protected: why. A scoped key said it when it was made. */
  reason: line(1000).optional(),
})
export type FetchQuery = z.infer<typeof FetchQuery>

const Version = z.object({ value: z.string(), version: z.number().int() })
/** What a program starts with: the current value of every key that it reaches, by name. */
export const FetchedValues = z.object({
  values: z.record(z.string(), Version.extend({ previous: Version.optional() })),
  etag: z.string(),
})
export type FetchedValues = z.infer<typeof FetchedValues>
