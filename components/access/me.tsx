'use client'

import { createContext, type ReactNode, use, useMemo } from 'react'
import { type Action, may } from '#lib/access/policy'
import type { EnvironmentRole, InstallationRole } from '#lib/access/roles'

export interface Me {
  id: string
  name: string
  email: string
  role: InstallationRole
  /** Environment id → role. */
  grants: Record<string, EnvironmentRole>
}

const MeContext = createContext<Me | null>(null)

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>
}

export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('useMe is called outside MeProvider')
  return me
}

/** Asks the same table as the server, to leave out what this person may not do. The server decides again. */
export function useMay(): (action: Action, environmentId?: string) => boolean {
  const me = useMe()
  return useMemo(() => {
    const holder = { role: me.role, grants: new Map(Object.entries(me.grants)) }
    return (action, environmentId) => may(holder, action, environmentId)
  }, [me])
}
