import { z } from 'zod'

/** Grows when a reader of the old form could not read the new one. */
export const FORMAT = 1

export const backupHeader = z.object({
  product: z.literal('claviger'),
  format: z.number().int(),
  /** Of Claviger, and of the PostgreSQL it was taken from. */
  version: z.string(),
  postgres: z.string(),
  createdAt: z.iso.datetime(),
  /** Names of the applied migrations, oldest first. */
  migrations: z.array(z.string()),
  /** Recognises the master key and the root keys that the values need; neither is in the file. */
  rootKeys: z.array(
    z.object({ version: z.number().int(), sealId: z.string(), check: z.string(), recovery: z.boolean() }),
  ),
})
export type BackupHeader = z.infer<typeof backupHeader>

export const backupTable = z.object({ name: z.string(), columns: z.array(z.string()) })
export type BackupTable = z.infer<typeof backupTable>

export const backupTableEnd = z.object({ rows: z.number().int(), sha256: z.string() })
export const backupSequences = z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() }))
export const backupTrailer = z.object({ tables: z.number().int(), rows: z.number().int(), sha256: z.string() })

/** What a backup holds, once it was written or verified. */
export interface BackupSummary {
  header: BackupHeader
  tables: { name: string; rows: number }[]
  rows: number
  sha256: string
}
