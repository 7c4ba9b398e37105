import { route } from '#lib/http/route'
import { ListQuery } from '#lib/list/cursor'
import { createToken } from '#lib/tokens/create-token'
import { listTokens } from '#lib/tokens/list-tokens'
import { CreateTokenInput, NewToken, TokenList } from '#lib/tokens/schema'

export const GET = route({
  action: 'token.list',
  summary: "The caller's own personal access tokens, newest first.",
  query: ListQuery,
  output: TokenList,
  handler: ({ ctx, query }) => listTokens(ctx, query),
})

export const POST = route({
  action: 'token.create',
  summary: 'Makes a personal access token with exactly the rights of the caller. The token is in this answer alone.',
  body: CreateTokenInput,
  output: NewToken,
  status: 201,
  handler: ({ ctx, body }) => createToken(ctx, body),
})
