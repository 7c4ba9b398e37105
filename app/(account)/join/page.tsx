import type { Metadata } from 'next'
import { NewMemberForm } from '@/components/account/new-member-form'
import { AccountLayout } from '@/components/layout/account-layout'

export const metadata: Metadata = { title: 'Join' }

export default function JoinPage() {
  return (
    <AccountLayout
      title="Join your team"
      description="You were invited to Claviger. Choose your name and password; the link works once."
    >
      <NewMemberForm path="/invitations/acceptance" action="Join and sign in" asksEmail={false} />
    </AccountLayout>
  )
}
