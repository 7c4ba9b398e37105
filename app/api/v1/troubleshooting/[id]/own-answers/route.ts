import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { addOwnAnswer } from '#lib/own-answers/add-own-answer'
import { OwnAnswerInput } from '#lib/own-answers/schema'
import { Troubleshooting } from '#lib/troubleshooting/schema'

export const POST = route({
  action: 'troubleshooting.edit',
  summary:
    'Compares the answer that a tool of the caller’s own got with the one that came here, and says what that proves.',
  params: IdParams,
  body: OwnAnswerInput,
  output: Troubleshooting,
  handler: ({ ctx, params, body }) => addOwnAnswer(ctx, params.id, body),
})
