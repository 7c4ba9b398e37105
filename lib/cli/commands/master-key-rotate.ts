import { rotateMasterKey } from '#lib/recovery/rotate-master-key'
import type { CommandInput } from '../command.ts'
import { say } from '../print.ts'
import { withInstallation } from '../with-installation.ts'

export async function run({ options }: CommandInput): Promise<undefined> {
  const { sealId, oldFile } = await withInstallation((ctx) => rotateMasterKey(ctx, options['new-key']))
  say(`The root keys are sealed under the new master key (${sealId}).`)
  if (oldFile) {
    say(
      `The old one is kept as ${oldFile}. Backups made until now need it, or the recovery key; delete it when none of them is left.`,
    )
  } else {
    say(`Now put the content of ${options['new-key']} where the settings give the master key, before the next start.`)
  }
}
