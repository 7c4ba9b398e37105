import { z } from 'zod'
import { Reference } from '#lib/keys/schema'
import { line } from '#lib/text/line'

export const EXPORT_FORMATS = ['dotenv', 'shell', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const ExportInput = z.strictObject({
  project: Reference,
  environment: Reference,
  format: z.enum(EXPORT_FORMATS).default('dotenv'),
  /** Asked for everywhere: all values leave at once. */
  reason: line(1000),
})
export type ExportInput = z.input<typeof ExportInput>
