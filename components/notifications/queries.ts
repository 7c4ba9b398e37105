import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { CalendarFeedList, NewCalendarFeed } from '#lib/calendar-feeds/schema'
import type { Channel, ChannelList, CreateChannelInput, EditChannelInput, NewChannel } from '#lib/channels/schema'
import type { NotificationSettings, SetNotificationSettingsInput } from '#lib/notification-settings/schema'
import type {
  Inbox,
  Preview,
  SetRuleInput,
  SnoozeInput,
  Warning,
  WarningKind,
  WarningList,
  WarningRule,
  WarningRuleList,
} from '#lib/warnings/schema'
import { request } from '@/components/query/request'

export const inboxQuery = () =>
  queryOptions({
    queryKey: ['inbox'],
    queryFn: ({ signal }) => request<Inbox>('/inbox?limit=100', { signal }),
  })

export type WarningState = 'open' | 'snoozed' | 'resolved'
export const warningsQuery = (state: WarningState) =>
  queryOptions({
    queryKey: ['warnings', state],
    queryFn: ({ signal }) => request<WarningList>(`/warnings?limit=200&state=${state}`, { signal }),
  })

export const previewQuery = () =>
  queryOptions({
    queryKey: ['warnings', 'preview'],
    queryFn: ({ signal }) => request<Preview>('/warnings/preview', { signal }),
  })
export const rulesQuery = () =>
  queryOptions({
    queryKey: ['warning-rules'],
    queryFn: ({ signal }) => request<z.infer<typeof WarningRuleList>>('/warning-rules', { signal }),
  })
export const channelsQuery = () =>
  queryOptions({
    queryKey: ['channels'],
    queryFn: ({ signal }) => request<z.infer<typeof ChannelList>>('/channels', { signal }),
  })
export const settingsQuery = () =>
  queryOptions({
    queryKey: ['notification-settings'],
    queryFn: ({ signal }) => request<NotificationSettings>('/me/notifications', { signal }),
  })
export const feedsQuery = () =>
  queryOptions({
    queryKey: ['calendar-feeds'],
    queryFn: ({ signal }) => request<z.infer<typeof CalendarFeedList>>('/calendar-feeds', { signal }),
  })

/** What may look otherwise after any of these changes. */
const AFFECTED = ['inbox', 'warnings', 'warning-rules', 'channels', 'notification-settings', 'calendar-feeds']

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    gcTime: 0,
    onSuccess: () => {
      for (const name of AFFECTED) void client.invalidateQueries({ queryKey: [name] })
    },
  })
}

export const useReadInbox = () =>
  useChange((ids: string[] | undefined) => request('/inbox/readings', { method: 'POST', body: ids ? { ids } : {} }))
export const useTakeWarning = () =>
  useChange((id: string) => request<Warning>(`/warnings/${id}/taking`, { method: 'POST', body: {} }))
export const useSnoozeWarning = (id: string) =>
  useChange((body: SnoozeInput) => request<Warning>(`/warnings/${id}/snooze`, { method: 'PUT', body }))
export const useWakeWarning = () =>
  useChange((id: string) => request<Warning>(`/warnings/${id}/snooze`, { method: 'DELETE' }))
export const useSetRule = () =>
  useChange(({ kind, ...body }: SetRuleInput & { kind: WarningKind }) =>
    request<WarningRule>(`/warning-rules/${kind}`, { method: 'PATCH', body }),
  )
export const useCreateChannel = () =>
  useChange((body: CreateChannelInput) => request<NewChannel>('/channels', { method: 'POST', body }))
export const useEditChannel = (id: string) =>
  useChange((body: EditChannelInput) => request<Channel>(`/channels/${id}`, { method: 'PATCH', body }))
export const useDeleteChannel = (id: string) => useChange(() => request<void>(`/channels/${id}`, { method: 'DELETE' }))
export const useTestChannel = (id: string) =>
  useChange(() => request<void>(`/channels/${id}/tests`, { method: 'POST', body: {} }))
export const useSetSettings = () =>
  useChange((body: SetNotificationSettingsInput) =>
    request<NotificationSettings>('/me/notifications', { method: 'PATCH', body }),
  )
export const useCreateFeed = () =>
  useChange(() => request<NewCalendarFeed>('/calendar-feeds', { method: 'POST', body: {} }))
export const useEndFeed = () => useChange((id: string) => request<void>(`/calendar-feeds/${id}`, { method: 'DELETE' }))
export const useSendTestMail = () =>
  useChange(() => request<void>('/me/notifications/tests', { method: 'POST', body: {} }))
