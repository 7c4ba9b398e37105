import { listGrants } from '#lib/grants/list-grants'
import { GrantList } from '#lib/grants/schema'
import { route } from '#lib/http/route'
import { ListQuery } from '#lib/list/cursor'
import { IdParams } from '#lib/list/id-params'

export const GET = route({
  action: 'grant.list',
  summary: 'Everyone who holds a role in an environment, by a grant or by their role in the installation.',
  params: IdParams,
  query: ListQuery,
  output: GrantList,
  handler: ({ ctx, params, query }) => listGrants(ctx, params.id, query),
})
