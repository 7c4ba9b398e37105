import { z } from 'zod'
import { listOf } from '#lib/list/cursor'
import { PairingTrigger } from '#lib/pairing/schema'
import { CONFIDENCES, VERDICTS } from '#lib/providers/verdict'

const Party = z.object({ type: z.string(), id: z.string(), name: z.string() })
const entry = { id: z.string(), at: z.iso.datetime() }

/** One line of a key's history; `kind` says which. */
export const TimelineEntry = z.discriminatedUnion('kind', [
  z.object({
    ...entry,
    kind: z.literal('event'),
    action: z.string(),
    outcome: z.enum(['allowed', 'denied', 'failed']),
    actor: Party,
    address: z.string().nullable(),
    reason: z.string().nullable(),
    before: z.record(z.string(), z.json()).nullable(),
    after: z.record(z.string(), z.json()).nullable(),
  }),
  z.object({
    ...entry,
    kind: z.literal('pairing'),
    version: z.number().int().nullable(),
    verdict: z.enum(VERDICTS),
    confidence: z.enum(CONFIDENCES),
    headline: z.string(),
    trigger: PairingTrigger,
    durationMs: z.number(),
  }),
  /** Scheduled tests one after another that said the same as the one before them; `at` is the last, `since` the first. */
  z.object({
    ...entry,
    kind: z.literal('repeats'),
    version: z.number().int().nullable(),
    verdict: z.enum(VERDICTS),
    count: z.number().int(),
    since: z.iso.datetime(),
  }),
  z.object({
    ...entry,
    kind: z.literal('version'),
    version: z.number().int(),
    state: z.enum(['pending', 'current', 'previous', 'revoked', 'expired']),
    masked: z.string(),
    reason: z.string().nullable(),
  }),
  z.object({
    ...entry,
    kind: z.literal('usage'),
    use: z.string(),
    version: z.number().int(),
    consumer: Party,
    address: z.string().nullable(),
  }),
])
export type TimelineEntry = z.infer<typeof TimelineEntry>
export const Timeline = listOf(TimelineEntry)

/** What one consumer did with one version of a key. */
export const KeyUsage = z.object({
  consumer: Party,
  version: z.number().int(),
  /** reveal, copy, test, compare, fetch */
  kind: z.string(),
  count: z.number().int(),
  lastUsedAt: z.iso.datetime(),
})
export type KeyUsage = z.infer<typeof KeyUsage>
export const KeyUsageList = listOf(KeyUsage)
