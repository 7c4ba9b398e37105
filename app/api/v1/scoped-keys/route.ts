import { route } from '#lib/http/route'
import { createScopedKey } from '#lib/scoped-keys/create-scoped-key'
import { listScopedKeys } from '#lib/scoped-keys/list-scoped-keys'
import { CreateScopedKeyInput, ListScopedKeysQuery, NewScopedKey, ScopedKeyList } from '#lib/scoped-keys/schema'

export const GET = route({
  action: 'scoped_key.list',
  summary: 'Scoped keys that the caller made, and those of environments that they manage, newest first.',
  query: ListScopedKeysQuery,
  output: ScopedKeyList,
  handler: ({ ctx, query }) => listScopedKeys(ctx, query),
})

export const POST = route({
  action: 'scoped_key.create',
  summary:
    'Makes a scoped key: limited to one environment, and never more than its maker may. Its secret is in this answer alone.',
  body: CreateScopedKeyInput,
  output: NewScopedKey,
  status: 201,
  handler: ({ ctx, body }) => createScopedKey(ctx, body),
})
