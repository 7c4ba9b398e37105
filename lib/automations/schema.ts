import { z } from 'zod'
import { Reference } from '#lib/keys/schema'
import { line } from '#lib/text/line'

/** How the next value of a key is made without a person. */
export const SetAutomationInput = z.strictObject({
  /** Which key API; absent: that of the key's provider. `endpoint` is a server of your own. */
  api: z.string().max(60).optional(),
  /** Id of the key, with purpose `rotation`, that may make others. */
  maker: Reference,
  /** What the key API asks for: its project, its scopes. `GET /key-apis` lists them. */
  settings: z.record(z.string().max(60), z.string().max(8000)).default({}),
  /** Where the key API stands, where it is not its usual address. */
  baseUrl: z.url('Give an address that starts with https://.').max(2048).optional(),
})
export type SetAutomationInput = z.input<typeof SetAutomationInput>

const Moment = z.iso.datetime()

export const UnknownKey = z.object({ id: z.string(), name: z.string().nullable(), createdAt: Moment.nullable() })
export type UnknownKey = z.infer<typeof UnknownKey>

export const Automation = z.object({
  api: z.string(),
  /** What of this key API is not confirmed, in a sentence. */
  preview: z.string().nullable(),
  maker: z.object({ id: z.string(), name: z.string() }),
  settings: z.record(z.string(), z.string()),
  baseUrl: z.string().nullable(),
  /** When the keys there were last compared with those known here. */
  comparedAt: Moment.nullable(),
  /** Keys there that nobody here knows: none of them is touched. */
  unknownKeys: z.array(UnknownKey),
  problem: z.string().nullable(),
})
export type Automation = z.infer<typeof Automation>
export const KeyAutomation = z.object({ automation: Automation.nullable() })

export const KeyApiDescription = z.object({
  id: z.string(),
  preview: z.string().nullable(),
  baseUrl: z.string().nullable(),
  maker: z.object({ name: z.string(), hint: z.string() }),
  settings: z.array(
    z.object({ name: line(60), label: line(60), hint: z.string(), pattern: z.string(), usual: z.string().nullable() }),
  ),
})
export type KeyApiDescription = z.infer<typeof KeyApiDescription>
export const KeyApiList = z.object({ items: z.array(KeyApiDescription), nextCursor: z.null() })
