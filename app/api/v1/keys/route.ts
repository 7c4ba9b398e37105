import { route } from '#lib/http/route'
import { createKey } from '#lib/keys/create-key'
import { listKeys } from '#lib/keys/list-keys'
import { CreateKeyInput, Key, KeyList, ListKeysQuery } from '#lib/keys/schema'

export const GET = route({
  action: 'key.list',
  summary: 'Keys that the caller may see, filtered and sorted.',
  query: ListKeysQuery,
  output: KeyList,
  handler: ({ ctx, query }) => listKeys(ctx, query),
})

export const POST = route({
  action: 'key.create',
  summary: 'Stores a value under a new name. Answers with the key, without its value.',
  body: CreateKeyInput,
  output: Key,
  status: 201,
  handler: ({ ctx, body }) => createKey(ctx, body),
})
