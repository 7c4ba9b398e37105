import { route } from '#lib/http/route'
import { UndoneImport } from '#lib/imports/schema'
import { undoImport } from '#lib/imports/undo-import'
import { IdParams } from '#lib/list/id-params'

export const POST = route({
  action: 'key.undo_import',
  summary: 'Takes an import back as one: what it added is deleted, what it changed has the value before again.',
  params: IdParams,
  output: UndoneImport,
  handler: ({ ctx, params }) => undoImport(ctx, params.id),
})
