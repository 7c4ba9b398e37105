'use client'

import type { ReactNode } from 'react'
import type { InstallationRole } from '#lib/access/roles'
import { QueryProvider } from '@/components/query/query-provider'
import { MeProvider } from './me.tsx'

/** A person and a cache around an example that asks what it may do. Nothing in the gallery is read from a server. */
export function AsSample({ who = 'owner', children }: { who?: InstallationRole; children: ReactNode }) {
  return (
    <QueryProvider>
      <MeProvider me={{ id: 'member_me', name: 'Owner', email: 'owner@example.com', role: who, grants: {} }}>
        {children}
      </MeProvider>
    </QueryProvider>
  )
}
