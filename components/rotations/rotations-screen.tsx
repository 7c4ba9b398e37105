'use client'

import { useQuery } from '@tanstack/react-query'
import { PageHeader } from '@/components/layout/page-header'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { calendarQuery, openRotationsQuery } from './all-queries.ts'
import { Calendar } from './calendar.tsx'
import { OpenRotations } from './open-rotations.tsx'

/** What is being rotated, and what is to be. */
export function RotationsScreen() {
  const open = useQuery(openRotationsQuery())
  const calendar = useQuery(calendarQuery())
  return (
    <>
      <PageHeader title="Rotations" description="What is being rotated now, and what is to be rotated or expires." />
      {open.error ? (
        <ErrorState title="The rotations could not be read" onRetry={() => void open.refetch()}>
          {open.error.message}
        </ErrorState>
      ) : open.data ? (
        <OpenRotations items={open.data.items} />
      ) : (
        <Skeleton className="h-24" />
      )}
      <div className="mt-6">
        {calendar.error ? (
          <ErrorState title="The calendar could not be read" onRetry={() => void calendar.refetch()}>
            {calendar.error.message}
          </ErrorState>
        ) : calendar.data ? (
          <Calendar items={calendar.data.items} />
        ) : (
          <Skeleton className="h-64" />
        )}
      </div>
    </>
  )
}
