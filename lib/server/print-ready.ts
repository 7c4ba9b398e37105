import type { Context } from '#lib/context'
import type { Env } from '#lib/env'
import { newId } from '#lib/ids'
import { firstAdminLink } from '#lib/members/first-admin-link'
import { recoveryReminder } from '#lib/recovery/recovery-reminder'

const START: Context = {
  actor: { type: 'system', id: 'system', name: 'start' },
  address: null,
  requestId: newId('req'),
}

/** Says where to go; while nobody can sign in, with the link that makes the first admin; then how to save the recovery key. */
export async function printReady(env: Env): Promise<void> {
  const lines = [`Claviger is ready at ${env.url}`]
  const link = await firstAdminLink()
  if (link) lines.push('', 'Nobody can sign in yet. Make the first admin with this link, which works once:', link)
  const reminder = await recoveryReminder(START)
  if (reminder) lines.push('', reminder)
  process.stdout.write(`${lines.join('\n')}\n`)
}
