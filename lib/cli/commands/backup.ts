import path from 'node:path'
import { createBackup } from '#lib/backup/create-backup'
import type { CommandInput } from '../command.ts'
import { say } from '../print.ts'
import { withInstallation } from '../with-installation.ts'

export async function run({ words: [file = ''] }: CommandInput): Promise<undefined> {
  const target = path.resolve(file)
  const { rows, tables } = await withInstallation((ctx, { database }) => createBackup(ctx, database, target))
  say(`Wrote ${target}: ${rows} rows of ${tables.length} tables.`)
  say(
    'The master key is not in it. Keep the recovery key apart from it, or nobody can open its values: npx claviger recovery-key',
  )
}
