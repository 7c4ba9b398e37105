import type { Metadata } from 'next'
import { AccountLayout } from '@/components/layout/account-layout'
import { OpenShare } from '@/components/shares/open-share'

export const metadata: Metadata = { title: 'A shared value' }

export default function SharePage() {
  return (
    <AccountLayout
      title="A value was shared with you"
      description="The link opens once: open it where you need the value."
    >
      <OpenShare />
    </AccountLayout>
  )
}
