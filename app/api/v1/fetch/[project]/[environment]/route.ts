import { answerFetch } from '#lib/fetching/answer-fetch'
import { programOf } from '#lib/fetching/program-of'
import { FetchedValues, FetchParams, FetchQuery } from '#lib/fetching/schema'
import { knownTags } from '#lib/fetching/tag-of'
import { route } from '#lib/http/route'

export const GET = route({
  action: 'value.fetch',
  summary:
    'The current values of an environment, for a program: with a scoped key, those that it reaches. As JSON, or as a text of assignments.',
  params: FetchParams,
  query: FetchQuery,
  output: FetchedValues,
  handler: async ({ ctx, params, query, request }) => {
    const known = knownTags(request.headers.get('if-none-match'))
    const { status, headers, body } = await answerFetch(
      programOf(request.headers, ctx.address) ?? ctx,
      params,
      query,
      known,
      request.signal,
    )
    return new Response(body, { status, headers })
  },
})
