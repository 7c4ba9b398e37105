import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { findSettings } from './find-settings.ts'
import type { NotificationSettings, SetNotificationSettingsInput } from './schema.ts'

/** Says how the caller wants to be told. What is left out stays as it is. */
export async function setSettings(ctx: Context, input: SetNotificationSettingsInput): Promise<NotificationSettings> {
  const grant = await authorize(ctx, 'notification_settings.set')
  if (ctx.actor.type !== 'member') throw new AppError('forbidden', 'Only a member is told.')
  const memberId = ctx.actor.id
  await commit(grant, async (tx) => {
    await tx.notificationSettings.upsert({ where: { memberId }, create: { memberId, ...input }, update: input })
    return { result: undefined, event: { after: input } }
  })
  return findSettings(ctx)
}
