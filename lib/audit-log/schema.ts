import { z } from 'zod'
import { ListQuery, listOf } from '#lib/list/cursor'

const OUTCOMES = ['allowed', 'denied', 'failed'] as const
const Moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()])
const Named = z.object({ type: z.string(), id: z.string(), name: z.string() })
const Details = z.record(z.string(), z.json())

const filters = {
  actor: z.string().max(254).describe('Id, name or email of who did it.').optional(),
  action: z.string().max(100).describe('`key.reveal`, or `key` for everything about keys.').optional(),
  outcome: z.enum(OUTCOMES).optional(),
  key: z.string().max(100).optional(),
  project: z.string().max(100).describe('Id or slug.').optional(),
  environment: z.string().max(100).describe('Id or slug.').optional(),
  from: Moment.optional(),
  to: Moment.describe('Exclusive; a date alone includes that day.').optional(),
  q: z.string().max(200).describe('Part of a name, reason, action or address.').optional(),
}

export const ListEventsQuery = ListQuery.extend(filters)
export type ListEventsQuery = z.infer<typeof ListEventsQuery>
export const ExportEventsQuery = z.strictObject({ format: z.enum(['jsonl', 'csv']).default('jsonl'), ...filters })
export type ExportEventsQuery = z.infer<typeof ExportEventsQuery>
export type EventFilters = Omit<ExportEventsQuery, 'format'>

/** Who did what to which key. Never a value. */
export const AuditEvent = z.object({
  id: z.string(),
  seq: z.number().int(),
  at: z.iso.datetime(),
  actor: Named,
  action: z.string(),
  outcome: z.enum(OUTCOMES),
  target: Named.nullable(),
  project: z.string().describe('Slug, or id of what is gone.').nullable(),
  environment: z.string().describe('Slug, or id of what is gone.').nullable(),
  projectId: z.string().nullable(),
  environmentId: z.string().nullable(),
  keyId: z.string().nullable(),
  address: z.string().nullable(),
  requestId: z.string().nullable(),
  reason: z.string().nullable(),
  before: Details.nullable(),
  after: Details.nullable(),
})
export type AuditEvent = z.infer<typeof AuditEvent>
export const AuditEventList = listOf(AuditEvent)

export const ChainCheck = z.object({
  valid: z.boolean(),
  events: z.number().int(),
  firstSeq: z.number().int().nullable(),
  lastSeq: z.number().int().nullable(),
  badCount: z.number().int(),
  bad: z.array(z.number().int()).describe('Sequence numbers of up to 20 events that were changed.'),
  gapCount: z.number().int(),
  gaps: z.array(z.number().int()).describe('Sequence numbers of up to 20 events before which some are missing.'),
  headMatches: z.boolean().describe('False where the newest events were cut off.'),
})
export type ChainCheck = z.infer<typeof ChainCheck>
