import { refuseNeedlessRecovery, restoreMasterKey } from '#lib/recovery/restore-master-key'
import { unlockWithRecoveryKey } from '#lib/recovery/unlock-with-recovery-key'
import { makeKeyring } from '#lib/vault/keyring'
import { masterKeyPath } from '#lib/vault/seals/find-seal'
import { settleMasterKey } from '#lib/vault/seals/settle-master-key'
import { say } from '../print.ts'
import { readSecret } from '../read-secret.ts'
import { bringUpToDate, enter, withDatabase } from '../with-installation.ts'

export async function run(): Promise<undefined> {
  const printed = await readSecret('The recovery key')
  await withDatabase(async (installation) => {
    const { env } = installation
    await bringUpToDate(installation)
    let rootKeys = new Map<number, Uint8Array>()
    const ctx = await enter(installation, async (db) => {
      const rows = await db.rootKey.findMany()
      if (rows[0]) await settleMasterKey(env, rows[0].sealId)
      await refuseNeedlessRecovery(env, rows)
      rootKeys = await unlockWithRecoveryKey(db, printed)
      return makeKeyring('recovery', rootKeys)
    })
    await restoreMasterKey(ctx, rootKeys)
    const where =
      env.masterKey || env.masterKeyFile ? 'under the one that the settings give' : `in ${masterKeyPath(env)}`
    say(`The root keys are sealed again, ${where}. The recovery key stays valid.`)
  })
}
