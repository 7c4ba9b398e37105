'use client'

import { useQuery } from '@tanstack/react-query'
import { Problem } from '@/components/query/request'
import { ErrorState } from '@/components/ui/error-state'
import { NoSuchTroubleshooting } from './no-such-troubleshooting.tsx'
import { troubleshootingQuery } from './queries.ts'
import { TroubleshootingRecord } from './troubleshooting-record.tsx'
import { TroubleshootingSkeleton } from './troubleshooting-skeleton.tsx'

interface TroubleshootingScreenProps {
  id: string
  /** Names by id. */
  providers: Record<string, string>
}

/** One search for a fault; its address is the link to share. */
export function TroubleshootingScreen({ id, providers }: TroubleshootingScreenProps) {
  const query = useQuery(troubleshootingQuery(id))
  if (query.data)
    return (
      <TroubleshootingRecord record={query.data} provider={providers[query.data.provider] ?? query.data.provider} />
    )
  if (query.isPending) return <TroubleshootingSkeleton />
  if (query.error instanceof Problem && query.error.status === 404) return <NoSuchTroubleshooting />
  return (
    <ErrorState title="This record could not be read" onRetry={() => void query.refetch()}>
      {query.error.message}
    </ErrorState>
  )
}
