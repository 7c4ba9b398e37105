import { route } from '#lib/http/route'
import { listVersions } from '#lib/key-history/list-versions'
import { replaceValue } from '#lib/keys/replace-value'
import { Key, KeyVersionList, ReplaceValueInput } from '#lib/keys/schema'
import { ListQuery } from '#lib/list/cursor'
import { IdParams } from '#lib/list/id-params'

export const GET = route({
  action: 'key.find',
  summary: 'The versions of a key, newest first, without their values.',
  params: IdParams,
  query: ListQuery,
  output: KeyVersionList,
  handler: ({ ctx, params, query }) => listVersions(ctx, params.id, query),
})

export const POST = route({
  action: 'key.replace',
  summary: 'Replaces the value by hand: a new version becomes current.',
  params: IdParams,
  body: ReplaceValueInput,
  output: Key,
  status: 201,
  handler: ({ ctx, params, body }) => replaceValue(ctx, params.id, body),
})
