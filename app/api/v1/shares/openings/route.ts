import { route } from '#lib/http/route'
import { openShare } from '#lib/shares/open-share'
import { OpenedShare, OpenShareInput } from '#lib/shares/schema'

export const POST = route({
  action: null,
  summary:
    'Opens a single-use link: whoever holds it needs no sign-in. A second opening is refused and its maker warned.',
  body: OpenShareInput,
  output: OpenedShare,
  perMinute: 30,
  handler: ({ ctx, body }) => openShare(ctx, body),
})
