import { z } from 'zod'
import { route } from '#lib/http/route'
import { readInbox } from '#lib/warnings/read-inbox'
import { ReadInboxInput } from '#lib/warnings/schema'

export const POST = route({
  action: 'inbox.read',
  summary: 'Marks warnings that reached the caller as read: those named, or all.',
  body: ReadInboxInput,
  output: z.object({ read: z.number().int() }),
  handler: ({ ctx, body }) => readInbox(ctx, body.ids),
})
