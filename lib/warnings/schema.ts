import { z } from 'zod'
import { ListQuery, listOf } from '#lib/list/cursor'
import { line } from '#lib/text/line'

const Moment = z.iso.datetime()
export const WARNING_KINDS = [
  'expires',
  'rotation_due',
  'rotation_stuck',
  'pairing_failing',
  'verdict_changed',
  'provider_incident',
  'unused',
  'same_value',
] as const
export type WarningKind = (typeof WARNING_KINDS)[number]
/** The calmest first. */
export const LEVELS = ['info', 'warn', 'fail'] as const
export type Level = (typeof LEVELS)[number]
export const STEPS = ['owner', 'backup', 'managers', 'admins'] as const

export const Warning = z.object({
  id: z.string(),
  kind: z.enum(WARNING_KINDS),
  level: z.enum(LEVELS),
  title: z.string(),
  detail: z.string(),
  keyId: z.string().nullable(),
  provider: z.string().nullable(),
  /** When what is warned of happens, or did. */
  dueAt: Moment.nullable(),
  raisedAt: Moment,
  /** Whom it has reached so far, and when the next ones are told unless somebody takes it. */
  step: z.enum(STEPS),
  escalatesAt: Moment.nullable(),
  takenBy: z.string().nullable(),
  snooze: z.object({ until: Moment, by: z.string(), reason: z.string() }).nullable(),
  resolvedAt: Moment.nullable(),
})
export type Warning = z.infer<typeof Warning>
export const WarningList = listOf(Warning)
export type WarningList = z.infer<typeof WarningList>

export const ListWarningsQuery = ListQuery.extend({
  state: z.enum(['open', 'snoozed', 'resolved']).default('open'),
  key: z.string().max(100).optional(),
})
export type ListWarningsQuery = z.infer<typeof ListWarningsQuery>

export const SnoozeInput = z.strictObject({
  until: z.iso.datetime({ offset: true, error: 'Give a time such as 2030-01-31T00:00:00Z.' }),
  reason: line(500),
})
export type SnoozeInput = z.infer<typeof SnoozeInput>

/** A warning as it reached somebody. */
export const InboxItem = z.object({ id: z.string(), at: Moment, readAt: Moment.nullable(), warning: Warning })
export type InboxItem = z.infer<typeof InboxItem>
export const Inbox = z.object({
  items: z.array(InboxItem),
  nextCursor: z.string().nullable(),
  unread: z.number().int(),
})
export type Inbox = z.infer<typeof Inbox>
export const ReadInboxInput = z.strictObject({ ids: z.array(z.string().max(100)).max(200).optional() })

export const WarningRule = z.object({
  kind: z.enum(WARNING_KINDS),
  says: z.string(),
  isOn: z.boolean(),
  days: z.array(z.number().int()),
  counts: z.enum(['before', 'after']).nullable(),
})
export type WarningRule = z.infer<typeof WarningRule>
export const WarningRuleList = z.object({ items: z.array(WarningRule), nextCursor: z.null() })
export const SetRuleInput = z.strictObject({
  isOn: z.boolean().optional(),
  days: z.array(z.number().int().min(1).max(365)).max(10).optional(),
})
export type SetRuleInput = z.infer<typeof SetRuleInput>
export const RuleParams = z.object({ kind: z.enum(WARNING_KINDS) })

/** Who will be told of what, and when. */
export const PreviewItem = z.object({
  kind: z.enum(WARNING_KINDS),
  key: z.object({ id: z.string(), name: z.string(), project: z.string(), environment: z.string() }),
  dueAt: Moment,
  /** When somebody is told. */
  at: z.array(Moment),
  /** Whom first, and whom after a day each where nobody takes it. */
  told: z.array(z.object({ step: z.enum(STEPS), names: z.array(z.string()) })),
  channels: z.array(z.string()),
})
export type PreviewItem = z.infer<typeof PreviewItem>
export const Preview = z.object({ items: z.array(PreviewItem), nextCursor: z.null() })
export type Preview = z.infer<typeof Preview>
