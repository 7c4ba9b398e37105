import { route } from '#lib/http/route'
import { createShare } from '#lib/shares/create-share'
import { listShares } from '#lib/shares/list-shares'
import { CreateShareInput, ListSharesQuery, NewShare, ShareList } from '#lib/shares/schema'

export const GET = route({
  action: 'share.list',
  summary: 'The single-use links that the caller made, newest first.',
  query: ListSharesQuery,
  output: ShareList,
  handler: ({ ctx, query }) => listShares(ctx, query),
})

export const POST = route({
  action: 'share.create',
  summary:
    'Makes a single-use link to the current value of a key, or to a value that is given. What opens it stands behind its # and in this answer alone.',
  body: CreateShareInput,
  output: NewShare,
  status: 201,
  handler: ({ ctx, body }) => createShare(ctx, body),
})
