import { authorize } from '#lib/access/authorize'
import { commitEvent } from '#lib/access/commit'
import { testWarning } from '#lib/channels/test-warning'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { runtime } from '#lib/server/runtime'
import { sendMail } from './send-mail.ts'

/** A mail to the caller that warns of nothing. `upstream` where the mail server does not take it. */
export async function sendTestMail(ctx: Context): Promise<void> {
  const grant = await authorize(ctx, 'notification_settings.test')
  const { actor } = ctx
  if (actor.type !== 'member') throw new AppError('forbidden', 'Only a member is told.')
  if (!runtime().env.smtpUrl) throw new AppError('conflict', 'No mail server is set here (SMTP_URL). Nothing was sent.')
  await commitEvent(grant, {})
  const sent = await sendMail({ name: actor.name, email: actor.email }, [testWarning(actor.name)])
  if (sent.problem !== null) throw new AppError('upstream', `${sent.problem} Nothing was sent.`)
}
