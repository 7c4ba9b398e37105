import { route } from '#lib/http/route'
import { findSettings } from '#lib/notification-settings/find-settings'
import { NotificationSettings, SetNotificationSettingsInput } from '#lib/notification-settings/schema'
import { setSettings } from '#lib/notification-settings/set-settings'

export const GET = route({
  action: 'notification_settings.find',
  summary: 'How the caller is told of warnings.',
  output: NotificationSettings,
  handler: ({ ctx }) => findSettings(ctx),
})

export const PATCH = route({
  action: 'notification_settings.set',
  summary: 'Says how the caller wants to be told: by mail each, once a day or not at all, and at which hours not.',
  body: SetNotificationSettingsInput,
  output: NotificationSettings,
  handler: ({ ctx, body }) => setSettings(ctx, body),
})
