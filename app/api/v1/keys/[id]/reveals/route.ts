import { route } from '#lib/http/route'
import { revealKey } from '#lib/keys/reveal-key'
import { Reveal, RevealInput } from '#lib/keys/schema'
import { IdParams } from '#lib/list/id-params'

export const POST = route({
  action: 'key.reveal',
  summary: 'Answers with the current value. A protected environment requires a reason.',
  params: IdParams,
  body: RevealInput,
  output: Reveal,
  handler: ({ ctx, params, body }) => revealKey(ctx, params.id, body),
})
