import { infiniteQueryOptions, useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import type { AuditEventList, ChainCheck, EventFilters } from '#lib/audit-log/schema'
import { search } from '@/components/keys/queries'
import { request } from '@/components/query/request'

export type { EventFilters } from '#lib/audit-log/schema'
export type EventPage = z.infer<typeof AuditEventList>
export type Check = z.infer<typeof ChainCheck>

/** Pages of events, latest first; the same filters stand in the URL. */
export function eventsQuery(filters: EventFilters) {
  return infiniteQueryOptions({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam, signal }) =>
      request<EventPage>(`/audit?${search({ ...filters, cursor: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

/** A mutation, though nothing changes but the log itself: it runs when asked for, never by itself. */
export const useChainCheck = () => useMutation({ mutationFn: () => request<Check>('/audit/verify') })

export const exportHref = (format: 'csv' | 'jsonl', filters: EventFilters) =>
  `/api/v1/audit/export?${search({ format, ...filters })}`
