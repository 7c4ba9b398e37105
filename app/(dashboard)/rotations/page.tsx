import type { Metadata } from 'next'
import { requireMember } from '#lib/http/page-context'
import { findCalendar } from '#lib/rotations/find-calendar'
import { listAllRotations } from '#lib/rotations/list-all-rotations'
import { Seed } from '@/components/query/seed'
import { calendarQuery, openRotationsQuery } from '@/components/rotations/all-queries'
import { RotationsScreen } from '@/components/rotations/rotations-screen'

export const metadata: Metadata = { title: 'Rotations' }

export default async function RotationsPage() {
  const ctx = await requireMember()
  const [open, calendar] = await Promise.all([listAllRotations(ctx, { state: 'open', limit: 200 }), findCalendar(ctx)])
  return (
    <Seed
      entries={[
        [openRotationsQuery().queryKey, open],
        [calendarQuery().queryKey, calendar],
      ]}
    >
      <RotationsScreen />
    </Seed>
  )
}
