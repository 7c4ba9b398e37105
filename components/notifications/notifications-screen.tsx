'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useMay } from '@/components/access/me'
import { PageHeader } from '@/components/layout/page-header'
import { Tabs } from '@/components/ui/tabs'
import { CalendarFeeds } from './calendar-feeds.tsx'
import { ChannelList } from './channel-list.tsx'
import { InboxList } from './inbox-list.tsx'
import { MySettings } from './my-settings.tsx'
import { readNotificationTab } from './notification-tabs.ts'
import { PreviewList } from './preview-list.tsx'
import { inboxQuery } from './queries.ts'
import { RulesList } from './rules-list.tsx'
import { WarningListView } from './warning-list.tsx'

/** What reached whoever is signed in, what else there is, and who is told how. */
export function NotificationsScreen() {
  const router = useRouter()
  const pathname = usePathname()
  const may = useMay()
  const tab = readNotificationTab(useSearchParams().get('tab'))
  const unread = useQuery(inboxQuery()).data?.unread
  const isAdmin = may('channel.list')
  return (
    <>
      <PageHeader
        title="Notifications"
        description="What somebody should know before it breaks: it goes to the owner first, and on until somebody takes it."
      />
      <Tabs
        label="Notifications"
        value={tab}
        onValueChange={(next) => router.replace(`${pathname}?tab=${next}`, { scroll: false })}
        tabs={[
          { value: 'inbox', label: 'Inbox', ...(unread ? { count: unread } : {}), content: <InboxList /> },
          { value: 'warnings', label: 'All warnings', content: <WarningListView /> },
          { value: 'preview', label: 'Who will be told', content: <PreviewList /> },
          {
            value: 'settings',
            label: 'My settings',
            content: (
              <div className="flex max-w-200 flex-col gap-4">
                <MySettings />
                <CalendarFeeds />
              </div>
            ),
          },
          {
            value: 'channels',
            label: isAdmin ? 'Channels and rules' : 'Rules',
            content: (
              <div className="flex max-w-240 flex-col gap-4">
                {isAdmin && <ChannelList />}
                <RulesList />
              </div>
            ),
          },
        ]}
      />
    </>
  )
}
