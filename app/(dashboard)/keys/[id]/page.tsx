import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isAppError } from '#lib/errors'
import { requireMember } from '#lib/http/page-context'
import { findKey } from '#lib/keys/find-key'
import { listMembers } from '#lib/members/list-members'
import { listPublicProviders } from '#lib/provider-list/list-public-providers'
import { KeyScreen } from '@/components/keys/key-screen'
import { keyQuery } from '@/components/keys/queries'
import { Seed } from '@/components/query/seed'

export const metadata: Metadata = { title: 'Key' }

interface KeyPageProps {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function KeyPage({ params, searchParams }: KeyPageProps) {
  const ctx = await requireMember()
  const { id } = await params
  const { open } = await searchParams
  const [key, members, providers] = await Promise.all([
    findKey(ctx, id).catch(hide),
    listMembers(ctx, { limit: 200 }),
    listPublicProviders(ctx),
  ])
  return (
    <Seed entries={[[keyQuery(id).queryKey, key]]}>
      <KeyScreen
        id={id}
        providers={providers}
        owners={members.items.map(({ email, name }) => ({ email, name }))}
        {...(open === 'edit' || open === 'replace' ? { start: open } : {})}
      />
    </Seed>
  )
}

function hide(error: unknown): never {
  if (isAppError(error) && error.code === 'not_found') notFound()
  throw error
}
