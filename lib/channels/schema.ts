import { z } from 'zod'
import { listOf } from '#lib/list/cursor'
import { line } from '#lib/text/line'
import { LEVELS } from '#lib/warnings/schema'

export const CHANNEL_KINDS = ['slack', 'teams', 'webhook', 'pagerduty'] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]

const Address = z
  .url('Give an address that starts with https://.')
  .max(2048)
  .regex(/^[^\p{C}\s]*$/u, 'An address holds no blanks.')
const about = {
  name: line(80),
  level: z.enum(LEVELS).default('warn'),
  /** Id or slug of a project; absent: of all. */
  project: z.string().max(100).nullable().optional(),
}

/** The address of a Slack or Teams webhook is itself the secret; so is PagerDuty's routing key. */
export const CreateChannelInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('slack'), url: Address, ...about }),
  z.strictObject({ kind: z.literal('teams'), url: Address, ...about }),
  z.strictObject({ kind: z.literal('webhook'), url: Address, ...about }),
  z.strictObject({
    kind: z.literal('pagerduty'),
    routingKey: line(100),
    /** Where its events API stands, where that is not the usual address. */
    url: Address.optional(),
    ...about,
  }),
])
export type CreateChannelInput = z.input<typeof CreateChannelInput>

export const EditChannelInput = z.strictObject({
  name: about.name.optional(),
  level: z.enum(LEVELS).optional(),
  isOn: z.boolean().optional(),
})
export type EditChannelInput = z.infer<typeof EditChannelInput>

const Moment = z.iso.datetime()
export const Channel = z.object({
  id: z.string(),
  kind: z.enum(CHANNEL_KINDS),
  name: z.string(),
  isOn: z.boolean(),
  level: z.enum(LEVELS),
  projectId: z.string().nullable(),
  /** What may be shown of the address. */
  masked: z.string(),
  sentAt: Moment.nullable(),
  problem: z.string().nullable(),
  problemAt: Moment.nullable(),
  /** Warnings that wait for it. */
  waiting: z.number().int(),
})
export type Channel = z.infer<typeof Channel>
export const ChannelList = listOf(Channel)
/** The secret that signs a webhook's calls: in this answer alone. */
export const NewChannel = Channel.extend({ secret: z.string().nullable() })
export type NewChannel = z.infer<typeof NewChannel>
