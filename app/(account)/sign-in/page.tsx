import type { Metadata } from 'next'
import { safeReturnPath } from '@/components/account/return-path'
import { SignInForm } from '@/components/account/sign-in-form'
import { AccountLayout } from '@/components/layout/account-layout'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { next } = await searchParams
  return (
    <AccountLayout
      title="Sign in"
      footer="Forgotten your password? An operator can set a new one: npx claviger admin reset-password"
    >
      <SignInForm returnPath={safeReturnPath(typeof next === 'string' ? next : null)} />
    </AccountLayout>
  )
}
