import type { Metadata } from 'next'
import { NewMemberForm } from '@/components/account/new-member-form'
import { AccountLayout } from '@/components/layout/account-layout'

export const metadata: Metadata = { title: 'First start' }

export default function SetupPage() {
  return (
    <AccountLayout
      title="Make the first account"
      description="It owns this installation. The link works once; keys you store are encrypted under a master key that stays on this machine."
    >
      <NewMemberForm path="/setup" action="Make account and sign in" asksEmail />
    </AccountLayout>
  )
}
