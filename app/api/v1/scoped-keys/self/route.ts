import { route } from '#lib/http/route'
import { findSelf } from '#lib/scoped-keys/find-self'
import { ScopedKey } from '#lib/scoped-keys/schema'

export const GET = route({
  action: 'scoped_key.find_self',
  summary: 'What the scoped key that asks is: its environment, its limits, when it ends. Is no use of it.',
  output: ScopedKey,
  handler: ({ ctx }) => findSelf(ctx),
})
