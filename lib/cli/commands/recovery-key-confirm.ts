import { confirmRecoveryKey } from '#lib/recovery/confirm-recovery-key'
import { say } from '../print.ts'
import { readSecret } from '../read-secret.ts'
import { withInstallation } from '../with-installation.ts'

export async function run(): Promise<undefined> {
  const lastGroup = await readSecret('The last five characters of the recovery key')
  await withInstallation((ctx) => confirmRecoveryKey(ctx, lastGroup))
  say('Confirmed: the recovery key is kept.')
}
