import { createRecoveryKey } from '#lib/recovery/create-recovery-key'
import { print, say } from '../print.ts'
import { withInstallation } from '../with-installation.ts'

export async function run(): Promise<undefined> {
  const { printed, replaced } = await withInstallation(createRecoveryKey)
  print(printed)
  if (replaced) say('The recovery key made before no longer works for this database.')
  say(
    'This is shown once. Print it or write it down, and keep it away from this machine and from the backups: whoever holds both it and a backup can open every value.',
  )
  say('Then confirm that you have it: npx claviger recovery-key confirm')
}
