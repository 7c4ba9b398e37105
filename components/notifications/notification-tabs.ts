export const NOTIFICATION_TABS = ['inbox', 'warnings', 'preview', 'settings', 'channels'] as const
export type NotificationTab = (typeof NOTIFICATION_TABS)[number]

export function readNotificationTab(text: unknown): NotificationTab {
  return NOTIFICATION_TABS.find((tab) => tab === text) ?? 'inbox'
}
