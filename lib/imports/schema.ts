import { z } from 'zod'
import { Reference } from '#lib/keys/schema'

export const MAX_IMPORT_BYTES = 5 * 1024 * 1024

/** What tools write: `.env`, and JSON, YAML and CSV as Doppler, Infisical, 1Password and HashiCorp Vault export them. */
export const IMPORT_FORMATS = ['dotenv', 'json', 'yaml', 'csv'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

export const ImportInput = z.strictObject({
  project: Reference,
  environment: Reference,
  format: z.enum(IMPORT_FORMATS),
  text: z.string().max(MAX_IMPORT_BYTES),
  /** Which provider a name belongs to, where neither the value nor the name says so. */
  providers: z.record(z.string().max(200), z.string().max(100)).optional(),
  /** Only says what would happen. */
  dryRun: z.boolean().default(false),
})
export type ImportInput = z.infer<typeof ImportInput>

export const IMPORT_ACTIONS = ['add', 'change', 'same', 'skip', 'refuse'] as const

export const ImportLine = z.object({
  /** Counted from 1. */
  line: z.number().int(),
  /** Null where the line has no name that can be read. */
  name: z.string().nullable(),
  action: z.enum(IMPORT_ACTIONS),
  reason: z.string().optional(),
  provider: z.string().optional(),
})
export type ImportLine = z.infer<typeof ImportLine>

export const ImportResult = z.object({
  /** To take it back by; null where nothing was stored. */
  id: z.string().nullable(),
  dryRun: z.boolean(),
  counts: z.record(z.enum(IMPORT_ACTIONS), z.number().int()),
  lines: z.array(ImportLine),
})
export type ImportResult = z.infer<typeof ImportResult>

export const UndoneImport = z.object({ deleted: z.number().int(), restored: z.number().int() })
export type UndoneImport = z.infer<typeof UndoneImport>
