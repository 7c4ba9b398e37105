'use client'

import { useQuery } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Token } from '#lib/tokens/schema'
import { ConfirmChange } from '@/components/query/confirm-change'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { CreateTokenDialog } from './create-token-dialog.tsx'
import { tokensQuery, useRevokeToken } from './queries.ts'
import { TokenTable } from './token-table.tsx'

/** One's own personal access tokens. */
export function Tokens() {
  const query = useQuery(tokensQuery())
  const [creating, setCreating] = useState(false)
  const [revoking, setRevoking] = useState<Token>()
  const create = (
    <Button variant="primary" size="sm" onClick={() => setCreating(true)}>
      <Plus aria-hidden />
      Create token
    </Button>
  )
  return (
    <Card
      flush
      title="Access tokens"
      description="For the command line and for programs. Each has exactly your rights, until it expires or is revoked."
      actions={create}
    >
      {query.isPending ? (
        <TokensSkeleton />
      ) : query.error ? (
        <ErrorState title="Your tokens could not be read" onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      ) : query.data.items.length === 0 ? (
        <NoTokens />
      ) : (
        <TokenTable tokens={query.data.items} onRevoke={setRevoking} />
      )}
      {creating && <CreateTokenDialog onClose={() => setCreating(false)} />}
      {revoking && <RevokeTokenDialog token={revoking} onClose={() => setRevoking(undefined)} />}
    </Card>
  )
}

export function NoTokens() {
  return (
    <EmptyState icon={KeyRound} title="You have no tokens">
      Create one for a script that calls the API, or for the command line.
    </EmptyState>
  )
}

function RevokeTokenDialog({ token, onClose }: { token: Token; onClose: () => void }) {
  const revoke = useRevokeToken()
  return (
    <ConfirmChange
      danger
      title={`Revoke ${token.name}?`}
      action="Revoke token"
      run={() => revoke.mutateAsync(token.id)}
      done={`Revoked ${token.name}`}
      onClose={onClose}
    >
      Whatever still sends it is refused from the next request on. This cannot be undone.
    </ConfirmChange>
  )
}

export function TokensSkeleton({ label = 'Loading tokens' }: { label?: string }) {
  return (
    <div role="status" aria-busy="true" aria-label={label}>
      <div className="h-9 border-b" />
      {['w-32', 'w-44', 'w-28'].map((width) => (
        <div key={width} className="flex h-13.25 items-center gap-8 border-b px-3 last:border-b-0">
          <div className="flex-1">
            <Skeleton className={width} />
          </div>
          <Skeleton className="w-20" />
          <Skeleton className="w-20 max-sm:hidden" />
          <Skeleton className="h-7 w-16 rounded-md" />
        </div>
      ))}
    </div>
  )
}
