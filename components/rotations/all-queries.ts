import { queryOptions } from '@tanstack/react-query'
import type { KeyRotationList, RotationCalendar } from '#lib/rotations/schema'
import { request } from '@/components/query/request'

/** Often enough to see them go on. */
const EVERY_MS = 10_000

export const openRotationsQuery = () =>
  queryOptions({
    queryKey: ['rotations', 'open'],
    queryFn: ({ signal }) => request<KeyRotationList>('/rotations?limit=200', { signal }),
    refetchInterval: EVERY_MS,
  })

export const calendarQuery = () =>
  queryOptions({
    queryKey: ['rotations', 'calendar'],
    queryFn: ({ signal }) => request<RotationCalendar>('/rotation-calendar', { signal }),
  })
