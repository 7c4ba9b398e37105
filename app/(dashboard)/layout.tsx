import type { ReactNode } from 'react'
import { may } from '#lib/access/policy'
import { requireMember } from '#lib/http/page-context'
import { listProjects } from '#lib/projects/list-projects'
import { MeProvider } from '@/components/access/me'
import { SignedInShell } from '@/components/layout/signed-in-shell'
import { QueryProvider } from '@/components/query/query-provider'

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const ctx = await requireMember()
  const me = ctx.actor
  const { items } = await listProjects(ctx, { limit: 200 })
  return (
    <QueryProvider>
      <MeProvider
        me={{ id: me.id, name: me.name, email: me.email, role: me.role, grants: Object.fromEntries(me.grants) }}
      >
        <SignedInShell
          user={{ name: me.name, email: me.email }}
          projects={items}
          mayCreateProject={may(me, 'project.create')}
        >
          {children}
        </SignedInShell>
      </MeProvider>
    </QueryProvider>
  )
}
