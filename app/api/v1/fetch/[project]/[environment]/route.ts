import { fetchValues } from '#lib/fetching/fetch-values'
import { FetchedValues, FetchParams, FetchQuery } from '#lib/fetching/schema'
import { route } from '#lib/http/route'

export const GET = route({
  action: 'value.fetch',
  summary: 'The current values of an environment, for a program: with a scoped key, only those that it reaches.',
  params: FetchParams,
  query: FetchQuery,
  output: FetchedValues,
  handler: async ({ ctx, params, query, request }) => {
    const known = request.headers.get('if-none-match') ?? undefined
    const fetched = await fetchValues(ctx, { ...params, names: query.names?.split(','), reason: query.reason, known })
    const headers = { 'cache-control': 'no-store', vary: 'Cookie, Authorization' }
    if (!fetched) return new Response(null, { status: 304, headers: { ...headers, etag: known ?? '' } })
    return Response.json(FetchedValues.parse(fetched), { headers: { ...headers, etag: fetched.etag } })
  },
})
