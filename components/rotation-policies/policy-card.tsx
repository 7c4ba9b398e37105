'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RotationPolicy } from '#lib/rotation-policies/schema'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { NextDates } from './next-dates.tsx'
import { PolicyDialog } from './policy-dialog.tsx'
import { policyQuery } from './queries.ts'

/** When a key is rotated, by its own policy and the wider ones. */
export function PolicyCard({ keyId, name, mayChange }: { keyId: string; name: string; mayChange: boolean }) {
  const query = useQuery(policyQuery('key', keyId))
  const [isOpen, setIsOpen] = useState(false)
  if (query.isPending) return <Skeleton className="h-40" />
  if (query.error)
    return (
      <ErrorState title="The policy could not be read" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    )
  return (
    <>
      <PolicyBody policy={query.data} onChange={mayChange ? () => setIsOpen(true) : undefined} />
      {isOpen && <PolicyDialog scope="key" id={keyId} name={name} onClose={() => setIsOpen(false)} />}
    </>
  )
}

export function PolicyBody({ policy, onChange }: { policy: RotationPolicy; onChange: (() => void) | undefined }) {
  const { effective, nextDates, own } = policy
  const { everyDays, maxAgeDays, overlapHours, leadDays, owner, backup, byItself } = effective
  return (
    <Card
      title="Schedule"
      description={
        own
          ? 'As said of this key, and where it says nothing of its environment and project.'
          : 'As said of its environment and project.'
      }
      actions={onChange && <Button onClick={onChange}>Change</Button>}
    >
      <DefinitionList
        items={[
          { term: 'Rotated', detail: everyDays === null ? 'on no schedule' : `every ${everyDays} days` },
          { term: 'Next', detail: <NextDates dates={nextDates} /> },
          ...(maxAgeDays === null ? [] : [{ term: 'Never older than', detail: `${maxAgeDays} days` }]),
          { term: 'Overlap', detail: overlapHours === 0 ? 'none' : `${overlapHours} hours` },
          { term: 'Warned', detail: `${leadDays.join(', ')} days before` },
          ...(owner ? [{ term: 'Owner, where the key has none', detail: owner.name }] : []),
          { term: 'Backup of the owner', detail: backup?.name ?? 'nobody' },
          { term: 'When it is due', detail: byItself ? 'Claviger rotates it where it can' : 'a person rotates it' },
        ]}
      />
    </Card>
  )
}
