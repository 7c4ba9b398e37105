import path from 'node:path'
import { verifyChain } from '#lib/audit-log/verify-chain'
import { recordRestore } from '#lib/backup/record-restore'
import { restoreBackup } from '#lib/backup/restore-backup'
import { isAppError } from '#lib/errors'
import { openKeyring } from '#lib/vault/open-keyring'
import type { CommandInput } from '../command.ts'
import { say } from '../print.ts'
import { enter, withDatabase } from '../with-installation.ts'

const EXIT_NO_MASTER_KEY = 78

export async function run({ words: [file = ''] }: CommandInput): Promise<number> {
  const source = path.resolve(file)
  return withDatabase(async (installation) => {
    const { header, rows, tables } = await restoreBackup(installation.database, source)
    say(`Restored ${rows} rows of ${tables.length} tables, as they stood at ${header.createdAt}.`)
    try {
      const ctx = await enter(installation, (db) => openKeyring({ env: installation.env, db }))
      await recordRestore(ctx, { file: source, createdAt: header.createdAt, rows })
      const chain = await verifyChain(ctx)
      if (!chain.valid) {
        say('The audit log in this backup was tampered with before it was made. See: npx claviger audit verify')
        return 1
      }
      say('The master key opens it, and the audit log is unbroken.')
      return 0
    } catch (error) {
      if (!isAppError(error)) throw error
      say(`But its values cannot be opened yet. ${error.message}`)
      return EXIT_NO_MASTER_KEY
    }
  })
}
