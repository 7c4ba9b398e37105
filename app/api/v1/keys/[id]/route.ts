import { route } from '#lib/http/route'
import { deleteKey } from '#lib/keys/delete-key'
import { editKey } from '#lib/keys/edit-key'
import { findKey } from '#lib/keys/find-key'
import { EditKeyInput, Key } from '#lib/keys/schema'
import { IdParams } from '#lib/list/id-params'

export const GET = route({
  action: 'key.find',
  summary: 'What is known about a key: its state, never its value.',
  params: IdParams,
  output: Key,
  handler: ({ ctx, params }) => findKey(ctx, params.id),
})

export const PATCH = route({
  action: 'key.edit',
  summary: 'Changes what is known about a key.',
  params: IdParams,
  body: EditKeyInput,
  output: Key,
  handler: ({ ctx, params, body }) => editKey(ctx, params.id, body),
})

export const DELETE = route({
  action: 'key.delete',
  summary: 'Puts a key away. It can be brought back.',
  params: IdParams,
  handler: ({ ctx, params }) => deleteKey(ctx, params.id),
})
