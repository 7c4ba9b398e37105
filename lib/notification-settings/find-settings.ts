import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { runtime } from '#lib/server/runtime'
import { type NotificationSettings, USUAL } from './schema.ts'

/** How the caller wants to be told. */
export async function findSettings(ctx: Context): Promise<NotificationSettings> {
  const grant = await authorize(ctx, 'notification_settings.find')
  const row = await read(grant).notificationSettings.findUnique({ where: { memberId: ctx.actor.id } })
  const { email, digestHour, timeZone, quietFrom, quietTo, urgentAnyway } = row ?? USUAL
  const kept = { digestHour, timeZone, quietFrom, quietTo, urgentAnyway }
  return { email: email as NotificationSettings['email'], ...kept, hasMail: runtime().env.smtpUrl !== undefined }
}
