import { route } from '#lib/http/route'
import { importKeys } from '#lib/imports/import-keys'
import { ImportInput, ImportResult, MAX_IMPORT_BYTES } from '#lib/imports/schema'

export const POST = route({
  action: 'key.import',
  summary:
    'Adds and changes keys from a .env, or JSON, YAML or CSV as other vaults export them, all or none; with dryRun it only says what would happen, line by line.',
  body: ImportInput,
  output: ImportResult,
  maxBytes: MAX_IMPORT_BYTES,
  handler: ({ ctx, body }) => importKeys(ctx, body),
})
