'use client'

import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { signOut } from 'next-auth/react'
import { type ReactNode, useDeferredValue, useState } from 'react'
import type { z } from 'zod'
import type { KeyList } from '#lib/keys/schema'
import { InboxBell } from '@/components/notifications/inbox-bell'
import { request } from '@/components/query/request'
import { AppShell } from './app-shell.tsx'
import type { SignedIn } from './user-menu.tsx'

interface SignedInShellProps {
  user: SignedIn
  projects: { slug: string; name: string }[]
  mayCreateProject: boolean
  children: ReactNode
}

/** The shell with what it needs from the API: keys for the palette, signing out, the project in the address. */
export function SignedInShell({ user, projects, mayCreateProject, children }: SignedInShellProps) {
  const router = useRouter()
  const pathname = usePathname()
  const [query, setQuery] = useState('')
  const found = useFoundKeys(useDeferredValue(query))
  return (
    <AppShell
      user={user}
      projects={projects.map(({ slug, name }) => ({ slug, name, href: `/keys?project=${slug}` }))}
      project={useSearchParams().get('project') ?? undefined}
      allProjectsHref="/keys"
      createProjectHref={mayCreateProject ? '/projects/new' : undefined}
      pathname={pathname}
      actions={<InboxBell />}
      onSignOut={() => void signOut({ callbackUrl: '/sign-in' })}
      paletteLoading={found.isFetching}
      onPaletteQuery={setQuery}
      paletteGroups={[
        {
          heading: 'Keys',
          items: (found.data?.items ?? []).map((key) => ({
            id: `key ${key.id}`,
            label: key.name,
            detail: `${key.project} · ${key.environment}`,
            keywords: [key.provider, key.project, key.environment],
            icon: KeyRound,
            onSelect: () => router.push(`/keys/${key.id}`),
          })),
        },
      ]}
    >
      {children}
    </AppShell>
  )
}

function useFoundKeys(query: string) {
  return useQuery({
    queryKey: ['keys', 'palette', query],
    queryFn: ({ signal }) =>
      request<z.infer<typeof KeyList>>(`/keys?limit=8&q=${encodeURIComponent(query)}`, { signal }),
    enabled: query.length > 0,
    staleTime: 60_000,
  })
}
