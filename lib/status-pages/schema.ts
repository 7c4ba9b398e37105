import { z } from 'zod'
import { listOf } from '#lib/list/cursor'
import { SERVICE_STATES } from '#lib/providers/service-state'
import { IMPACTS } from './readers/reading.ts'

export const StatusIncident = z.object({
  /** The page's own id, unique on that page. */
  id: z.string(),
  title: z.string(),
  impact: z.enum(IMPACTS),
  /** The page's own word: `investigating`, `monitoring`, `resolved`. */
  status: z.string(),
  url: z.string().nullable(),
  /** What is affected; empty where the page does not say. */
  components: z.array(z.string()),
  startedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Null while it lasts. */
  resolvedAt: z.iso.datetime().nullable(),
})
export type StatusIncident = z.infer<typeof StatusIncident>

/** What a provider says of itself. */
export const StatusPage = z.object({
  provider: z.string(),
  /** Who speaks: GitHub, for either of its kinds of token. */
  name: z.string(),
  /** For people. */
  page: z.string().nullable(),
  /** False where the provider publishes nothing that a program can read: then nothing is known, and `state` is `unknown`. */
  isWatched: z.boolean(),
  state: z.enum(SERVICE_STATES),
  /** Since when it is so, as far as it was seen. */
  since: z.iso.datetime().nullable(),
  /** When the page last answered readably. */
  asOf: z.iso.datetime().nullable(),
  /** Why the state is unknown. */
  problem: z.string().nullable(),
  /** Open now or within the last 14 days, open ones first. */
  incidents: z.array(StatusIncident),
})
export type StatusPage = z.infer<typeof StatusPage>

export const StatusPages = listOf(StatusPage)

export const ListStatusPagesQuery = z.strictObject({
  provider: z.string().max(100).optional(),
  /** Leaves out the pages that are not about this address. */
  baseUrl: z.string().max(2048).optional(),
  /** `open` leaves out what is over. */
  incidents: z.enum(['recent', 'open']).default('recent'),
})
export type ListStatusPagesQuery = z.input<typeof ListStatusPagesQuery>
