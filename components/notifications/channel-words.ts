import type { Channel } from '#lib/channels/schema'

export const CHANNEL_WORDS: Record<Channel['kind'], string> = {
  slack: 'Slack',
  teams: 'Microsoft Teams',
  webhook: 'Webhook',
  pagerduty: 'PagerDuty',
}
export const LEVEL_WORDS: Record<Channel['level'], string> = {
  info: 'Everything',
  warn: 'Warnings and what is urgent',
  fail: 'What is urgent',
}
