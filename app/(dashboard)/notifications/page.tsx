import type { Metadata } from 'next'
import { requireMember } from '#lib/http/page-context'
import { listInbox } from '#lib/warnings/list-inbox'
import { NotificationsScreen } from '@/components/notifications/notifications-screen'
import { inboxQuery } from '@/components/notifications/queries'
import { Seed } from '@/components/query/seed'

export const metadata: Metadata = { title: 'Notifications' }

export default async function NotificationsPage() {
  const ctx = await requireMember()
  return (
    <Seed entries={[[inboxQuery().queryKey, await listInbox(ctx, { limit: 100 })]]}>
      <NotificationsScreen />
    </Seed>
  )
}
