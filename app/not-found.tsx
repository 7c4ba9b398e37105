import type { Metadata } from 'next'
import Link from 'next/link'
import { AccountLayout } from '@/components/layout/account-layout'
import { Button } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <AccountLayout
      title="There is nothing here"
      description="The address may be mistyped, the thing may be deleted, or you may not see it. Nothing was changed."
    >
      <Button asChild variant="primary">
        <Link href="/">Go to the overview</Link>
      </Button>
    </AccountLayout>
  )
}
