'use client'

import { useQuery } from '@tanstack/react-query'
import { PlugZap } from 'lucide-react'
import { useState } from 'react'
import type { Key } from '#lib/keys/schema'
import type { PairingResult } from '#lib/pairing/schema'
import { PairingDots } from '@/components/pairing/pairing-dots'
import { PairingReport } from '@/components/pairing/pairing-report'
import { VerdictBadge } from '@/components/pairing/verdict-badge'
import { isGood } from '@/components/pairing/verdict-words'
import { RelativeTime } from '@/components/time/relative-time'
import { TroubleshootLink } from '@/components/troubleshooting/troubleshoot-link'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { CleanKeyButton } from './clean-key-button.tsx'
import { pairingsQuery } from './queries.ts'

interface KeyPairingsProps {
  item: Key
  onTest?: () => void
  mayClean?: boolean
}

/** The last pairing test of the current value in full, and the others to choose from. */
export function KeyPairings({ item, onTest, mayClean = false }: KeyPairingsProps) {
  const query = useQuery(pairingsQuery(item.id))
  const [chosen, setChosen] = useState<string>()
  if (query.isPending) return <Skeleton className="h-64" />
  if (query.error) {
    return (
      <ErrorState title="The tests could not be read" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    )
  }
  const { items } = query.data
  // A rotation tests the value before, too: what comes of that says nothing about the key as it is.
  const shown =
    items.find(({ id }) => id === chosen) ?? items.find(({ version }) => version === item.version) ?? items[0]
  if (!shown) {
    return (
      <EmptyState
        icon={PlugZap}
        title="Not tested yet"
        actions={
          onTest && (
            <Button variant="primary" onClick={onTest}>
              Test pairing
            </Button>
          )
        }
      >
        A pairing test calls the provider with this key, in ten stages, and says with evidence what works and what does
        not.
      </EmptyState>
    )
  }
  const isUnclean = shown.verdict === 'key_hidden_characters' && shown.version === item.version
  return (
    <div className="flex flex-col gap-5">
      <PairingReport
        result={shown}
        actions={
          <>
            {isUnclean && mayClean && <CleanKeyButton item={item} onCleaned={onTest} />}
            {!isGood(shown.verdict) && <TroubleshootLink item={item} />}
          </>
        }
      />
      {items.length > 1 && <EarlierTests items={items} shown={shown.id} onChoose={setChosen} />}
    </div>
  )
}

function EarlierTests({
  items,
  shown,
  onChoose,
}: {
  items: PairingResult[]
  shown: string
  onChoose: (id: string) => void
}) {
  return (
    <section aria-label="Tests">
      <h3 className="mb-2 font-medium text-sm">Tests</h3>
      <ul className="divide-y overflow-hidden rounded-lg border bg-surface">
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              aria-pressed={item.id === shown}
              onClick={() => onChoose(item.id)}
              className="flex w-full flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-left text-sm hover:bg-hover aria-pressed:bg-selected"
            >
              <PairingDots stages={item.stages.map((stage) => stage.status)} />
              <VerdictBadge verdict={item.verdict} />
              <span className="text-muted text-xs">version {item.version}</span>
              <span className="ml-auto text-muted text-xs">
                <RelativeTime at={item.startedAt} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
