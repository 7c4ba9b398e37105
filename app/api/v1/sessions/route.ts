import { route } from '#lib/http/route'
import { endOtherSessions } from '#lib/sessions/end-sessions'
import { listSessions } from '#lib/sessions/list-sessions'
import { SessionList } from '#lib/sessions/schema'

export const GET = route({
  action: 'session.list',
  summary: 'Where the caller is signed in.',
  output: SessionList,
  handler: ({ ctx }) => listSessions(ctx),
})

export const DELETE = route({
  action: 'session.end',
  summary: 'Signs the caller out everywhere but here.',
  handler: ({ ctx }) => endOtherSessions(ctx),
})
